import type { Transaction } from "../db/database.ts";

/** What had been written when somebody looked. */
export interface DataVersion {
  /** pg_snapshot: which transactions were seen. */
  snapshot: string;
  /** What of the tenant was indexed; indexing writes no events. */
  index: string;
}

/** An answer that still counts, and the version that one made now rests on. */
export interface Looked {
  answer: unknown;
  isKept: boolean;
  version: DataVersion;
  /** Whether nothing has changed since the version that was asked about. */
  isUnchanged: boolean;
}

/** An answer counts for ten minutes at most: words such as "lately" depend on the time. */
const countsFor = "interval '10 minutes'";

/** Longer answers, in characters, are made anew rather than kept. */
const longest = 500_000;

/** Told of, but nothing that an answer rests on. */
const besides = "('job.queued', 'webhook.received')";

/**
 * Finds a tenant's answer by its key. It counts while all events of the tenant come from transactions that its maker saw
 * (or could have: its reads came later), which holds for transactions that were under way then, too, and while the index is the same.
 * @param since a version to compare with
 */
export async function findAnswer(
  tx: Transaction,
  tenantId: string,
  { key, since }: { key: string; since?: DataVersion | undefined },
): Promise<Looked> {
  const { rows } = await tx.query<{
    snapshot: string;
    index: string;
    text: string | null;
    isUnchanged: boolean;
  }>(
    `with at as (select pg_current_snapshot() as snapshot, ${indexVersion} as index)
     select at.snapshot::text, at.index, k.answer->>'text' as text,
       coalesce(at.index = $4 and not ${hasChangedSince("$3::pg_snapshot")}, false) as "isUnchanged"
     from at left join kept_answers k on k.tenant_id = $1 and k.key = $2 and k.created_at > now() - ${countsFor}
       and k.answer->>'index' = at.index and not ${hasChangedSince("k.seen_before::pg_snapshot")}`,
    [tenantId, key, since?.snapshot ?? null, since?.index ?? null],
  );
  const row = rows[0];
  if (!row) throw new Error("the data's version was not told");
  const { snapshot, index, text, isUnchanged } = row;
  const isKept = text !== null;
  return { answer: isKept ? JSON.parse(text) : undefined, isKept, version: { snapshot, index }, isUnchanged };
}

/** Keeps an answer, and forgets those of the tenant that no longer count. @param version looked up before the answer's first read */
export async function storeAnswer(
  tx: Transaction,
  tenantId: string,
  { key, answer, version }: { key: string; answer: unknown; version: DataVersion },
): Promise<void> {
  // As text: jsonb would put its fields into another order.
  const text = JSON.stringify(answer);
  if (text.length > longest) return;
  await tx.query(
    `with gone as (delete from kept_answers where tenant_id = $1 and key <> $2 and created_at < now() - ${countsFor})
     insert into kept_answers (tenant_id, key, answer, seen_before) values ($1, $2, $3, $4)
     on conflict (tenant_id, key) do update
       set answer = excluded.answer, seen_before = excluded.seen_before, created_at = excluded.created_at`,
    [tenantId, key, JSON.stringify({ text, index: version.index }), version.snapshot],
  );
}

/** Forgets a tenant's answers: what they quote may have to go before its time. */
export async function forgetAnswers(tx: Transaction, tenantId: string): Promise<void> {
  await tx.query(`delete from kept_answers where tenant_id = $1`, [tenantId]);
}

function hasChangedSince(snapshot: string): string {
  return `exists (select from events e where e.tenant_id = $1 and e.tx >= pg_snapshot_xmin(${snapshot})
    and not pg_visible_in_snapshot(e.tx, ${snapshot}) and e.type not in ${besides})`;
}

/** Numbers of passages are never used twice, so each change of the index moves one of these. */
const indexVersion = `concat_ws(' ',
  (select concat_ws(' ', s.next_no, s.passages, s.tokens, s.next_name) from passage_statistics s where s.tenant_id = $1),
  (select string_agg(concat_ws(' ', v.embedder, v.store, v.embedded_through, v.serving_since), ' ' order by v.embedder, v.store)
    from vector_spaces v where v.tenant_id = $1),
  exists (select from passage_queue q where q.tenant_id = $1))`;
