import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";

/** What passages are made from as one: a conversation, a single interaction or an article. */
export interface QueuedSource {
  kind: "conversation" | "interaction" | "article";
  id: string;
  /** As Postgres writes it, to the microsecond: another value later means that it changed meanwhile. */
  queuedAt: string;
}

/**
 * How much one transaction takes on, at most: sources, and messages or new passages. The more passages share a term, the less often its
 * postings are written, which is what takes most time; but in the embedded database everybody else waits meanwhile.
 */
export const batchLimits = {
  embedded: { sources: 200, messages: 2_000 },
  postgres: { sources: 500, messages: 4_000 },
} as const;
const byteLimit = 4 * 1024 * 1024;

/** Which sources come next. */
export interface NextSources {
  /** Which database it is. */
  kind: keyof typeof batchLimits;
  atMost: number;
  /** These are passed over. */
  skip: readonly QueuedSource[];
}

/**
 * The next sources in the queue, oldest first: at most `atMost` and what `batchLimits` says, of 4 MB together; one at least, however
 * large. They stay in the queue, unlocked, so that nobody who writes has to wait.
 */
export async function nextSources(
  tx: Transaction,
  principal: Principal,
  { kind, atMost, skip }: NextSources,
): Promise<QueuedSource[]> {
  const limits = batchLimits[kind];
  const { rows } = await tx.query<QueuedSource & { messages: number; bytes: string }>(
    `select q.kind, q.id, q.queued_at::text as "queuedAt", s.messages, s.bytes
      from (select kind, id, queued_at from passage_queue where tenant_id = $1
          and (kind, id) not in (select * from unnest($3::text[], $4::uuid[]))
        order by queued_at, kind, id limit $2) q
      cross join lateral (
        select count(*)::int as messages, coalesce(sum(octet_length(content)), 0) as bytes from interactions
          where tenant_id = $1 and conversation_id = q.id and q.kind = 'conversation'
        union all select 1, coalesce(octet_length(content), 0) from interactions
          where tenant_id = $1 and id = q.id and q.kind = 'interaction'
        union all select 1, octet_length(text) from articles where tenant_id = $1 and id = q.id and q.kind = 'article'
        order by 2 desc limit 1) s
      order by q.queued_at, q.kind, q.id`,
    [
      principal.tenant.id,
      Math.min(atMost, limits.sources),
      skip.map((source) => source.kind),
      skip.map(({ id }) => id),
    ],
  );
  let messages = 0;
  let bytes = 0;
  const fitting = rows.findIndex((row, index) => {
    messages += row.messages;
    bytes += Number(row.bytes);
    return index > 0 && (messages > limits.messages || bytes > byteLimit);
  });
  return (fitting < 0 ? rows : rows.slice(0, fitting)).map(({ messages: _, bytes: __, ...source }) => source);
}

/** Takes sources off the queue, but for those that were queued again meanwhile; in the order in which writers queue them. */
export async function leaveQueue(
  tx: Transaction,
  principal: Principal,
  done: readonly QueuedSource[],
): Promise<void> {
  await tx.query(
    `with held as (
        select q.kind, q.id from passage_queue q
          join unnest($2::text[], $3::uuid[], $4::timestamptz[]) as d(kind, id, queued_at)
            on q.kind = d.kind and q.id = d.id and q.queued_at = d.queued_at
          where q.tenant_id = $1 order by q.kind, q.id for update of q)
      delete from passage_queue q using held where q.tenant_id = $1 and q.kind = held.kind and q.id = held.id`,
    [
      principal.tenant.id,
      done.map(({ kind }) => kind),
      done.map(({ id }) => id),
      done.map(({ queuedAt }) => queuedAt),
    ],
  );
}

/** Puts a source at the end of the queue, unless it was queued again meanwhile. */
export async function setAside(
  tx: Transaction,
  principal: Principal,
  { kind, id, queuedAt }: QueuedSource,
): Promise<void> {
  await tx.query(
    `update passage_queue set queued_at = clock_timestamp()
      where tenant_id = $1 and kind = $2 and id = $3 and queued_at = $4`,
    [principal.tenant.id, kind, id, queuedAt],
  );
}

/** How many sources wait. */
export async function countQueued(tx: Transaction, principal: Principal): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from passage_queue where tenant_id = $1`,
    [principal.tenant.id],
  );
  return rows[0]?.count ?? 0;
}

/** The ids of the sources of one kind. */
export function idsOf(sources: readonly QueuedSource[], kind: QueuedSource["kind"]): string[] {
  return sources.filter((source) => source.kind === kind).map(({ id }) => id);
}
