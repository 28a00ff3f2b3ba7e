import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import type { LeadModel } from "../lead-model.ts";
import { readableModel } from "./loaded-models.ts";
import { getModel, type StoredModel, servingModelId } from "./model-store.ts";

/** What has been trained, and what has ended since. */
export interface TrainingState {
  serving: StoredModel | null;
  /** The serving one, ready to score; null when there is none or it cannot be read. */
  model: LeadModel | null;
  /** Trained last, whether it serves or not. */
  latest: StoredModel | null;
  won: number;
  lost: number;
  /** Leads whose end was recorded after the latest training. */
  newOutcomes: number;
}

/** Reads what a decision about retraining rests on, but for drift. */
export async function readTrainingState(tx: Transaction, principal: Principal): Promise<TrainingState> {
  const servingId = await servingModelId(tx, principal);
  const serving = (servingId && (await getModel(tx, principal, servingId))) || null;
  const model = serving && (await readableModel(tx, principal, serving.id));
  const latest = await latestModel(tx, principal);
  const counts = await outcomeCounts(tx, principal, latest?.trainedAt ?? new Date(0));
  return { serving, model, latest, ...counts };
}

async function latestModel(tx: Transaction, principal: Principal): Promise<StoredModel | null> {
  const { rows } = await tx.query<{ id: string }>(
    `select id from scoring_models where tenant_id = $1 order by trained_at desc, version desc limit 1`,
    [principal.tenant.id],
  );
  const id = rows[0]?.id;
  return (id && (await getModel(tx, principal, id))) || null;
}

async function outcomeCounts(tx: Transaction, principal: Principal, since: Date) {
  const { rows } = await tx.query<{ won: number; lost: number; new: number }>(
    `select count(*) filter (where result = 'won')::int as won, count(*) filter (where result = 'lost')::int as lost,
        count(*) filter (where result is not null and recorded_at > $2)::int as new
      from (select distinct on (contact_id) contact_id, result, recorded_at from outcomes where tenant_id = $1
        order by contact_id, seq desc) latest`,
    [principal.tenant.id, since],
  );
  return { won: rows[0]?.won ?? 0, lost: rows[0]?.lost ?? 0, newOutcomes: rows[0]?.new ?? 0 };
}
