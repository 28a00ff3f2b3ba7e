import type { Transaction } from "../db/database.ts";
import type { MetricQuery } from "../metrics/metric.ts";
import { channelCondition, contactConditions } from "../metrics/segment.ts";

/** What chooses contacts and moments; metrics are asked with it too. */
export type ReadingQuery = Omit<MetricQuery, "metrics">;

/** The searchable messages of contacts in each bucket, by the number of their first passage, ascending. */
export interface InboundPassages {
  /** A list a bucket. */
  nos: number[][];
  /** Conversations and single interactions that are not searchable yet, at most 100,000. */
  pending: number;
}

const mostPending = 100_000;

/**
 * Finds what contacts wrote or said, bucket by bucket: messages, and lines of calls; no notes on calls, which are ours.
 * @param bounds where buckets begin, and last where the last one ends.
 */
export async function findInboundPassages(
  tx: Transaction,
  query: ReadingQuery,
  bounds: readonly Date[],
): Promise<InboundPassages> {
  const values: unknown[] = [query.tenantId, bounds.map((at) => at.toISOString())];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const channel = channelCondition(query.segment, "p.channel", bind);
  // One text a bucket instead of many rows: a year of messages costs little more than a week.
  const { rows } = await tx.query<{ bucket: number; nos: string | null }>(
    `select width_bucket(p.occurred_at, $2::timestamptz[]) as bucket, string_agg(p.no::text, ',' order by p.no) as nos
       from passages p where p.tenant_id = $1 and p.direction = 'INBOUND' and p.part = 0
         and (p.kind = 'message' or p.kind = 'call' and p.conversation_id is not null)
         and p.occurred_at >= ($2::timestamptz[])[1] and p.occurred_at < ($2::timestamptz[])[${bounds.length}]
         ${channel ? `and ${channel}` : ""}${ofContacts(query, bind)}
       group by 1
     union all select -1, count(*)::text from (select from passage_queue where tenant_id = $1 limit ${mostPending}) waiting`,
    values,
  );
  const nos: number[][] = Array.from({ length: Math.max(0, bounds.length - 1) }, () => []);
  let pending = 0;
  for (const { bucket, nos: list } of rows) {
    if (bucket === -1) pending = Number(list);
    else if (nos[bucket - 1]) nos[bucket - 1] = list?.split(",").map(Number) ?? [];
  }
  return { nos, pending };
}

/** The contacts are found first: their passages then come from the index. */
function ofContacts(query: ReadingQuery, bind: (value: unknown) => string): string {
  const conditions = contactConditions(query, bind);
  if (conditions.length === 0) return "";
  return ` and p.contact_id = any(array(select c.id from contacts c
    left join companies co on co.tenant_id = $1 and co.id = c.company_id where c.tenant_id = $1 and ${conditions.join(" and ")}))`;
}
