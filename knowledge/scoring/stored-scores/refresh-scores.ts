import type { Principal } from "#core/principal.ts";
import type { Database, Transaction } from "../../db/database.ts";
import { phrasesIn } from "../features/text/said.ts";
import type { LeadModel } from "../lead-model.ts";
import { challengerModel } from "../lifecycle/challenger-model.ts";
import { servingModelId } from "../lifecycle/model-store.ts";
import { servingModel } from "../lifecycle/serving-model.ts";
import { probabilityOf, scoreSnapshot } from "../score.ts";
import { type LeadRecord, loadLeadRecords, snapshotAt } from "../snapshots/load-snapshots.ts";
import { inTurns } from "./in-turns.ts";
import { type ScoredLead, saveScores } from "./save-scores.ts";
import { reasonsKept } from "./stored-factors.ts";

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
 * older than a day. Cheap when nothing is stale. The challenger's scores are stored beside them.
 */
export async function refreshScores(
  db: Database,
  principal: Principal,
  { scope, signal, onProgress }: RefreshOptions,
): Promise<{ modelId: string | null; scored: number }> {
  const read = (after?: string) =>
    db.readTenant(principal.tenant.id, (tx) => stalePage(tx, principal, { scope, after }));
  let count = 0;
  let saving: Promise<void> = Promise.resolve();
  let next: Promise<StalePage> | undefined = read();
  for (;;) {
    if (signal?.aborted) await saving;
    signal?.throwIfAborted();
    const page: StalePage = await next;
    // A contact erased between the two reads is missing from the records, but the page was full.
    const last = page.ids.length < pageSize;
    // The database reads on while this page is scored, and this page is saved while the next is: neither waits idly.
    next = last ? next : read(page.ids.at(-1));
    next.catch(() => undefined);
    const asOf = new Date();
    const leads = await scored(page, { asOf, signal });
    await saving;
    saving = save(db, principal, page, { leads, asOf });
    saving.catch(() => undefined);
    count += leads.length;
    if (last) {
      await saving;
      return { modelId: page.serving.id, scored: count };
    }
    onProgress?.(count);
  }
}

interface Known {
  id: string | null;
  model: LeadModel;
}

interface StalePage {
  serving: Known;
  challenger: Known | null;
  /** Of stale contacts, ascending. */
  ids: readonly string[];
  records: readonly LeadRecord[];
}

/** Between transactions, and with pauses: neither the database nor this process may wait for a page to be scored. */
async function scored(
  { serving, challenger, records }: StalePage,
  { asOf, signal }: { asOf: Date; signal?: AbortSignal },
): Promise<ScoredLead[]> {
  const leads: ScoredLead[] = [];
  for await (const few of inTurns(records, signal)) {
    for (const record of few) {
      const { contactId, version } = record;
      const snapshot = snapshotAt(record, asOf);
      const score = scoreSnapshot(serving.model, snapshot, { factors: reasonsKept });
      const shadow = challenger && probabilityOf(challenger.model, challenger.model.features(snapshot));
      leads.push({ contactId, version, score, shadow });
    }
  }
  return leads;
}

async function save(
  db: Database,
  principal: Principal,
  { serving, challenger }: StalePage,
  { leads, asOf }: { leads: readonly ScoredLead[]; asOf: Date },
): Promise<void> {
  if (leads.length === 0) return;
  const batch = { leads, modelId: serving.id, shadowModelId: challenger?.id ?? null, asOf };
  // What changed since it was read stays stale: its version differs from the one that is stored here.
  const work = async (tx: Transaction) => {
    // Another model may serve by now, and whoever published it scores anew.
    if ((await servingModelId(tx, principal)) === serving.id) await saveScores(tx, principal, batch);
  };
  await db.withTenant(principal.tenant.id, work, { idempotent: true });
}

interface StaleQuery {
  scope: RefreshOptions["scope"];
  after: string | undefined;
}

async function stalePage(tx: Transaction, principal: Principal, query: StaleQuery): Promise<StalePage> {
  const serving = await servingModel(tx, principal);
  const challenger = await challengerModel(tx, principal);
  const models = { modelId: serving.id, shadowId: challenger?.id ?? null };
  const ids = await staleContacts(tx, principal, { ...query, ...models });
  const phrases = phrasesIn([serving, challenger].flatMap((known) => known?.model.scorer.sources ?? []));
  const page = { ids, limit: pageSize, phrases };
  const records = ids.length > 0 ? await loadLeadRecords(tx, principal, page) : [];
  return { serving, challenger, ids, records };
}

async function staleContacts(
  tx: Transaction,
  principal: Principal,
  { scope, after, modelId, shadowId }: StaleQuery & { modelId: string | null; shadowId: string | null },
): Promise<string[]> {
  const open = `(select result from outcomes o where o.tenant_id = $1 and o.contact_id = c.id order by seq desc limit 1) is null`;
  const { rows } = await tx.query<{ id: string }>(
    `select c.id from contacts c left join lead_scores s on s.tenant_id = $1 and s.contact_id = c.id
      where c.tenant_id = $1 and ($4::uuid is null or c.id > $4)
        and (s.contact_id is null or s.contact_version is distinct from c.updated_at
          or s.model_id is distinct from $2 or s.shadow_model_id is distinct from $3
          or s.as_of < now() - interval '${freshFor}')
        ${scope === "open" ? `and ${open}` : ""}
      order by c.id limit ${pageSize}`,
    [principal.tenant.id, modelId, shadowId, after ?? null],
  );
  return rows.map(({ id }) => id);
}
