import type { Principal } from "#core/principal.ts";
import type { Database, Transaction } from "../db/database.ts";
import { loadLeadRecords, snapshotAt } from "./load-snapshots.ts";
import { saveScores } from "./save-scores.ts";
import { scoreSnapshot } from "./score.ts";
import { servingModel } from "./serving-model.ts";

const pageSize = 2_000;

/** Scores age even when nothing happens, because recency counts: after a day they are made again. */
const freshFor = "24 hours";

/**
 * Makes the stored scores right again: those of contacts that are new or changed, were scored by another model, or are
 * older than a day. Cheap when nothing is stale.
 */
export async function refreshScores(
  db: Database,
  principal: Principal,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (scored: number) => void } = {},
): Promise<{ modelId: string | null; scored: number }> {
  let scored = 0;
  for (;;) {
    signal?.throwIfAborted();
    const page = await db.withTenant(principal.tenant.id, (tx) => refreshPage(tx, principal), { idempotent: true });
    scored += page.scored;
    if (page.scored < pageSize) return { modelId: page.modelId, scored };
    onProgress?.(scored);
  }
}

async function refreshPage(tx: Transaction, principal: Principal) {
  const { id: modelId, model } = await servingModel(tx, principal);
  const ids = await staleContacts(tx, principal, modelId);
  if (ids.length === 0) return { modelId, scored: 0 };
  const asOf = new Date();
  const records = await loadLeadRecords(tx, principal, { ids, limit: pageSize });
  const leads = records.map((record) => ({
    contactId: record.contactId,
    version: record.version,
    score: scoreSnapshot(model, snapshotAt(record, asOf)),
  }));
  await saveScores(tx, principal, { leads, modelId, asOf });
  return { modelId, scored: ids.length };
}

async function staleContacts(tx: Transaction, principal: Principal, modelId: string | null): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select c.id from contacts c left join lead_scores s on s.tenant_id = $1 and s.contact_id = c.id
      where c.tenant_id = $1 and (s.contact_id is null or s.contact_version is distinct from c.updated_at
        or s.model_id is distinct from $2 or s.as_of < now() - interval '${freshFor}')
      order by c.id limit ${pageSize}`,
    [principal.tenant.id, modelId],
  );
  return rows.map(({ id }) => id);
}
