import { randomUUID } from "node:crypto";
import type { Principal } from "#core/principal.ts";
import type { Database } from "../../db/database.ts";
import { publishModel } from "../lifecycle/model-store.ts";
import { type LeadRecord, loadLeadRecords } from "../snapshots/load-snapshots.ts";
import type { LabelledLead } from "../snapshots/snapshot.ts";
import { refreshScores } from "../stored-scores/refresh-scores.ts";
import type { TrainingReport } from "./report.ts";
import { trainLeadModel } from "./train.ts";
import { trainingLeads } from "./training-leads.ts";

export interface TrainedModel {
  id: string;
  report: TrainingReport;
  /** Open leads scored anew. */
  scored: number;
  seconds: number;
}

export interface TrainWorkspaceOptions {
  /** Fields that the model must not see, such as one that is only known with the outcome. */
  ignore?: readonly string[];
  signal?: AbortSignal;
  /** Told in words how far it is. */
  onProgress?: (text: string) => void;
}

const pageSize = 5_000;

/**
 * Trains on the workspace's ended leads, publishes the model and scores the open leads anew. With fewer than 20 won and 20
 * lost the published model is the documented prior, centred on what is known, and its report says so.
 */
export async function trainWorkspace(
  db: Database,
  principal: Principal,
  { ignore = [], signal, onProgress }: TrainWorkspaceOptions = {},
): Promise<TrainedModel> {
  const started = performance.now();
  const trainedAt = new Date();
  onProgress?.("Reading the leads that have ended");
  const leads = trainingLeads(await loadEndedRecords(db, principal, signal), trainedAt).map((lead) =>
    withoutFields(lead, ignore),
  );
  const { artifact, report } = await trainLeadModel(leads, {
    trainedAt,
    signal,
    onProgress: (done) => onProgress?.(`Training on ${leads.length} leads, ${(100 * done).toFixed(0)} %`),
  });
  const id = randomUUID();
  await db.withTenant(
    principal.tenant.id,
    (tx) => publishModel(tx, principal, { id, kind: report.kind, artifact, report, trainedAt }),
    { idempotent: true },
  );
  const { scored } = await refreshScores(db, principal, {
    scope: "open",
    signal,
    onProgress: (n) => onProgress?.(`Scored ${n} leads`),
  });
  return { id, report, scored, seconds: (performance.now() - started) / 1000 };
}

function withoutFields(lead: LabelledLead, ignore: readonly string[]): LabelledLead {
  if (ignore.length === 0) return lead;
  const kept = Object.entries(lead.snapshot.fields).filter(([name]) => !ignore.includes(name));
  return { ...lead, snapshot: { ...lead.snapshot, fields: Object.fromEntries(kept) } };
}

async function loadEndedRecords(
  db: Database,
  principal: Principal,
  signal?: AbortSignal,
): Promise<LeadRecord[]> {
  const ended: LeadRecord[] = [];
  let after: string | undefined;
  for (;;) {
    signal?.throwIfAborted();
    const records = await db.readTenant(principal.tenant.id, (tx) =>
      loadLeadRecords(tx, principal, { after, limit: pageSize, labelledOnly: true }),
    );
    ended.push(...records);
    if (records.length < pageSize) return ended;
    after = records.at(-1)?.contactId;
  }
}
