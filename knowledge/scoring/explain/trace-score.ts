import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Database, Transaction } from "../../db/database.ts";
import { type LeadModel, loadLeadModel } from "../lead-model.ts";
import { loadedModel } from "../lifecycle/loaded-models.ts";
import { servingModel } from "../lifecycle/serving-model.ts";
import { type LeadRecord, loadLeadRecords, snapshotAt } from "../snapshots/load-snapshots.ts";
import { trainPrior } from "../training/train-prior.ts";
import { readScoreHistory, type StoredScore } from "./score-history.ts";
import { type ScoreChange, type ScoredMoment, whyMoved } from "./why-moved.ts";

export interface TraceQuery {
  contactId: string;
  /** Say why the score moved since this moment; before `asOf`. */
  since?: Date;
  asOf: Date;
}

/** How a contact's score went, and why. */
export interface ScoreTrace {
  /** At most 20, in the order in which they were made. */
  history: StoredScore[];
  change: TracedChange | null;
}

export interface TracedChange extends ScoreChange {
  /** False where nothing was known of the lead at the earlier moment. */
  wasKnown: boolean;
}

const kept = 20;

/**
 * A contact's stored scores and, with `since`, why its score moved from that moment on. The lead is scored as it was known
 * then by the model that its stored score of that time is from, where there is one and it can still be read, else by
 * today's; and as it is known now by today's.
 */
export function traceScore(
  db: Database,
  principal: Principal,
  { contactId, since, asOf }: TraceQuery,
): Promise<ScoreTrace> {
  return db.readTenant(principal.tenant.id, async (tx) => {
    const history = await readScoreHistory(tx, principal, { contactId, until: asOf, limit: kept });
    const [record] = since ? await loadLeadRecords(tx, principal, { ids: [contactId], limit: 1 }) : [];
    if (!record || !since) return { history, change: null };
    const now = await modelNow(tx, principal);
    const then = await modelThen(tx, principal, { contactId, since, now });
    const change = whyMoved(
      { ...then, snapshot: snapshotAt(record, since) },
      { ...now, snapshot: snapshotAt(record, asOf) },
    );
    return { history, change: { ...change, wasKnown: wasKnown(record, since) } };
  });
}

interface NamedModel extends Omit<ScoredMoment, "snapshot"> {
  id: string | null;
}

async function modelNow(tx: Transaction, principal: Principal): Promise<NamedModel> {
  const { id, model } = await servingModel(tx, principal);
  return { id, model, modelName: await nameOf(tx, principal, id) };
}

/** The model that scored the contact at a moment, where one did; today's where that is the same or cannot be read. */
async function modelThen(
  tx: Transaction,
  principal: Principal,
  { contactId, since, now }: { contactId: string; since: Date; now: NamedModel },
): Promise<NamedModel> {
  const [last] = await readScoreHistory(tx, principal, { contactId, until: since, limit: 1 });
  if (!last || last.modelId === now.id) return now;
  if (last.modelId === null) return { id: null, model: prior(), modelName: priorName };
  // Erased, or never this workspace's.
  if (last.modelVersion === null) return now;
  try {
    const model = await loadedModel(tx, principal, last.modelId);
    return { id: last.modelId, model, modelName: `version ${last.modelVersion}` };
  } catch (error) {
    // Another version of Rapport wrote it: today's model measures both moments.
    if (error instanceof AppError && error.code === "NOT_READY") return now;
    throw error;
  }
}

const priorName = "the documented prior";

function prior(): LeadModel {
  return loadLeadModel(trainPrior([], { trainedAt: new Date(0) }).artifact);
}

async function nameOf(tx: Transaction, principal: Principal, id: string | null): Promise<string> {
  if (id === null) return priorName;
  const { rows } = await tx.query<{ version: number }>(
    `select version from scoring_models where tenant_id = $1 and id = $2`,
    [principal.tenant.id, id],
  );
  return `version ${rows[0]?.version ?? "unknown"}`;
}

function wasKnown({ changes, interactions }: LeadRecord, at: Date): boolean {
  return (
    changes.some(({ from }) => from === null || from < at) || interactions.some((touch) => touch.at < at)
  );
}
