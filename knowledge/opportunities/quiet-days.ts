import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { pastScores, scores } from "./alive-sql.ts";

/** Won leads, and as many with a high score, whose gaps are looked at: the same each time. */
const sampled = 120;
/** With fewer gaps nothing can be said of what is long. */
const fewestGaps = 20;
/** Nobody has gone quiet within a week. */
const leastDays = 7;

/** Three in four gaps between days of contact of leads that were won or look so are no longer. */
export interface QuietRule {
  /** Null: too few gaps to tell. */
  days: number | null;
  gaps: number;
}

/**
 * Learns from won leads (up to their end) and those with a high score how long silence may last.
 * @param past scores as they were at the moment, not as they are.
 */
export async function learnQuietDays(
  tx: Transaction,
  principal: Principal,
  { asOf, past }: { asOf: Date; past: boolean },
): Promise<QuietRule> {
  const { rows } = await tx.query<{ gaps: number; days: number | null }>(sql(past), [
    principal.tenant.id,
    asOf.toISOString(),
  ]);
  const gaps = rows[0]?.gaps ?? 0;
  const days = rows[0]?.days ?? null;
  return { gaps, days: gaps < fewestGaps || days === null ? null : Math.max(leastDays, days) };
}

const sql = (past: boolean) => `with won as (
    select * from (select distinct on (contact_id) contact_id, result, coalesce(occurred_at, $2) as until from outcomes
      where tenant_id = $1 and coalesce(occurred_at, recorded_at) <= $2 order by contact_id, seq desc) ended
      where result = 'won' order by hashtext(contact_id::text), contact_id limit ${sampled}),
  high as (
    select contact_id, $2::timestamptz as until from ${past ? pastScores : scores} scored where band in ('A', 'B')
      order by hashtext(contact_id::text), contact_id limit ${sampled}),
  alike as (select distinct on (contact_id) contact_id, until from (select contact_id, until from won union all select * from high) both_kinds
    order by contact_id, until),
  days as (
    select distinct a.contact_id, (i.occurred_at at time zone 'UTC')::date as day from alike a
      cross join lateral (select occurred_at from interactions i where i.tenant_id = $1 and i.contact_id = a.contact_id
        and i.occurred_at <= a.until order by occurred_at desc limit 100) i),
  gaps as (select day - lag(day) over (partition by contact_id order by day) as gap from days)
  select count(gap)::int as gaps, percentile_cont(.75) within group (order by gap) as days from gaps where gap is not null`;
