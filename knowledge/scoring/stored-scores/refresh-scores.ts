import { setImmediate as pause } from "node:timers/promises";
import type { Principal } from "#core/principal.ts";
import type { Database, Transaction } from "../../db/database.ts";
import type { LeadModel } from "../lead-model.ts";
import { servingModel } from "../lifecycle/serving-model.ts";
import { scoreSnapshot } from "../score.ts";
import { type LeadRecord, loadLeadRecords, snapshotAt } from "../snapshots/load-snapshots.ts";
import { type ScoredLead, saveScores } from "./save-scores.ts";

const pageSize = 4_000;
const scoredAtOnce = 200;

/** Scores age even when nothing happens, because recency counts: after a day they are made again. */
const freshFor = "24 hours";

export interface RefreshOptions {
  /** "open": only leads that have not ended, the ones that lists are about; "all" takes several times as long. */
  scope: "open" | "all";
  signal?: AbortSignal;
  /** Told how many contacts have been scored. */
  onProgress?: (scored: number) => void;
}

/**
 * Makes the stored scores right again: those of contacts that are new or changed, were scored by another model, or are
 * older than a day. Cheap when nothing is stale.
 */
export async function refreshScores(
  db: Database,
  principal: Principal,
  { scope, signal, onProgress }: RefreshOptions,
): Promise<{ modelId: string | null; scored: number }> {
  let count = 0;
  let after: string | undefined;
  for (;;) {
    signal?.throwIfAborted();
    const { modelId, model, records } = await db.readTenant(principal.tenant.id, (tx) =>
      staleRecords(tx, principal, { scope, after }),
    );
    const asOf = new Date();
    const leads = await scored(model, records, { asOf, signal });
    await save(db, principal, { leads, modelId, asOf });
    count += records.length;
    after = records.at(-1)?.contactId;
    if (records.length < pageSize) return { modelId, scored: count };
    onProgress?.(count);
  }
}

/** Between transactions, and with pauses: neither the database nor this process may wait for a page to be scored. */
async function scored(
  model: LeadModel,
  records: readonly LeadRecord[],
  { asOf, signal }: { asOf: Date; signal?: AbortSignal },
): Promise<ScoredLead[]> {
  const leads: ScoredLead[] = [];
  for (const [index, record] of records.entries()) {
    if (index % scoredAtOnce === 0) {
      await pause();
      signal?.throwIfAborted();
    }
    const { contactId, version } = record;
    leads.push({ contactId, version, score: scoreSnapshot(model, snapshotAt(record, asOf)) });
  }
  return leads;
}

async function save(
  db: Database,
  principal: Principal,
  batch: { leads: readonly ScoredLead[]; modelId: string | null; asOf: Date },
): Promise<void> {
  if (batch.leads.length === 0) return;
  // What changed since it was read stays stale: its version differs from the one that is stored here.
  await db.withTenant(principal.tenant.id, (tx) => saveScores(tx, principal, batch), { idempotent: true });
}

interface StaleQuery {
  scope: RefreshOptions["scope"];
  after: string | undefined;
}

async function staleRecords(tx: Transaction, principal: Principal, query: StaleQuery) {
  const { id: modelId, model } = await servingModel(tx, principal);
  const ids = await staleContacts(tx, principal, { ...query, modelId });
  const records = ids.length > 0 ? await loadLeadRecords(tx, principal, { ids, limit: pageSize }) : [];
  return { modelId, model, records };
}

async function staleContacts(
  tx: Transaction,
  principal: Principal,
  { scope, after, modelId }: StaleQuery & { modelId: string | null },
): Promise<string[]> {
  const open = `(select result from outcomes o where o.tenant_id = $1 and o.contact_id = c.id order by seq desc limit 1) is null`;
  const { rows } = await tx.query<{ id: string }>(
    `select c.id from contacts c left join lead_scores s on s.tenant_id = $1 and s.contact_id = c.id
      where c.tenant_id = $1 and ($3::uuid is null or c.id > $3)
        and (s.contact_id is null or s.contact_version is distinct from c.updated_at
          or s.model_id is distinct from $2 or s.as_of < now() - interval '${freshFor}')
        ${scope === "open" ? `and ${open}` : ""}
      order by c.id limit ${pageSize}`,
    [principal.tenant.id, modelId, after ?? null],
  );
  return rows.map(({ id }) => id);
}
