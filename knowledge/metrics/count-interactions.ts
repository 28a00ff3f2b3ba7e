import type { Transaction } from "../db/database.ts";
import type { Buckets } from "./load-buckets.ts";
import type { MetricQuery } from "./metric.ts";
import { channelCondition, contactConditions } from "./segment.ts";

/** How many interactions through one channel fell into one bucket. */
export interface InteractionCount {
  /** 0, 1, 2 … of the buckets; −1: before them; their number: after the last whole one. */
  bucket: number;
  channel: string | null;
  n: number;
  /** Those of them that belong to conversations, by direction. */
  inbound: number;
  outbound: number;
}

export interface InteractionCounts {
  counts: InteractionCount[];
  /** How many lie in the future. */
  ahead: number;
  /** When the workspace's first interaction took place, whoever it was with; null without any. */
  since: Date | null;
}

/** Counts the segment's interactions by bucket and kind, in one pass over them. */
export async function countInteractions(
  tx: Transaction,
  query: MetricQuery,
  { bounds }: Buckets,
): Promise<InteractionCounts> {
  // Now is one more bound: what lies behind it lies in the future.
  const values: unknown[] = [query.tenantId, [...bounds, query.asOf].map((at) => at.toISOString())];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = contactConditions(query, bind);
  const channel = channelCondition(query.segment, "channel", bind);
  const chosen = `contact_id in (select c.id from contacts c left join companies co on co.tenant_id = $1 and co.id = c.company_id
    where c.tenant_id = $1 and ${conditions.join(" and ")})`;
  const where = [...(conditions.length > 0 ? [chosen] : []), ...(channel ? [channel] : [])];
  const { rows } = await tx.query<InteractionCount & { since: Date }>(
    // Read apart, because the planner then expects few buckets; a table of groups for every moment would not fit the processor's cache.
    `select bucket, channel, count(*)::int as n, count(*) filter (where message and direction = 'INBOUND')::int as inbound,
        count(*) filter (where message and direction = 'OUTBOUND')::int as outbound, min(occurred_at) as since
      from (
        select width_bucket(occurred_at, $2::timestamptz[]) - 1 as bucket, channel, direction, conversation_id is not null as message, occurred_at
        from interactions where ${["tenant_id = $1", ...where].join(" and ")} offset 0) i
      group by bucket, channel`,
    values,
  );
  return {
    counts: rows.filter(({ bucket }) => bucket < bounds.length),
    ahead: rows.reduce((sum, { bucket, n }) => sum + (bucket < bounds.length ? 0 : n), 0),
    since: where.length > 0 ? await firstOf(tx, query.tenantId) : earliest(rows.map(({ since }) => since)),
  };
}

async function firstOf(tx: Transaction, tenantId: string): Promise<Date | null> {
  const { rows } = await tx.query<{ since: Date | null }>(
    "select min(occurred_at) as since from interactions where tenant_id = $1",
    [tenantId],
  );
  return rows[0]?.since ?? null;
}

function earliest(moments: readonly Date[]): Date | null {
  return moments.reduce<Date | null>((first, at) => (first && first <= at ? first : at), null);
}
