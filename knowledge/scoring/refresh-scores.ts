import type { Principal } from "#core/principal.ts";
import type { Database, Transaction } from "../db/database.ts";
import { loadLeadRecords, snapshotAt } from "./load-snapshots.ts";
import { saveScores } from "./save-scores.ts";
import { scoreSnapshot } from "./score.ts";
import { servingModel } from "./serving-model.ts";

const pageSize = 4_000;

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
  let scored = 0;
  let after: string | undefined;
  for (;;) {
    signal?.throwIfAborted();
    const work = (tx: Transaction) => refreshPage(tx, principal, { scope, after });
    const { modelId, ids } = await db.withTenant(principal.tenant.id, work, { idempotent: true });
    scored += ids.length;
    after = ids.at(-1);
    if (ids.length < pageSize) return { modelId, scored };
    onProgress?.(scored);
  }
}

interface StaleQuery {
  scope: RefreshOptions["scope"];
  after: string | undefined;
}

async function refreshPage(tx: Transaction, principal: Principal, query: StaleQuery) {
  const { id: modelId, model } = await servingModel(tx, principal);
  const ids = await staleContacts(tx, principal, { ...query, modelId });
  if (ids.length === 0) return { modelId, ids };
  const asOf = new Date();
  const records = await loadLeadRecords(tx, principal, { ids, limit: pageSize });
  const leads = records.map((record) => ({
    contactId: record.contactId,
    version: record.version,
    score: scoreSnapshot(model, snapshotAt(record, asOf)),
  }));
  await saveScores(tx, principal, { leads, modelId, asOf });
  return { modelId, ids };
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
