import type { Grain, Period } from "#core/domain/series.ts";
import type { Transaction } from "../db/database.ts";
import { dayBegins } from "./day-begins.ts";

/** Stretches of time, one after the other without gaps. */
export interface Buckets {
  /** First day of each in the time zone, YYYY-MM-DD. */
  days: readonly string[];
  /** Where they begin, and last where the last one ends: one more than there are buckets; empty when there are none. */
  bounds: readonly Date[];
  /** The first day after them; empty when there are none. */
  end: string;
  /** How many of them, at the beginning, lie before the period. */
  earlier: number;
}

export interface BucketsQuery {
  period: Period;
  grain: Grain;
  timeZone: string;
  asOf: Date;
  /** How many buckets before the period's first one to have as well; 0 by default. */
  earlier?: number;
}

/**
 * The whole buckets of a period that have passed: none reaches over its borders or beyond now. The database's knowledge of the zone
 * decides when a local day begins.
 */
export async function loadBuckets(
  tx: Transaction,
  { period, grain, timeZone, asOf, earlier = 0 }: BucketsQuery,
): Promise<Buckets> {
  const { rows } = await tx.query<{ day: string; at: Date; inside: boolean }>(
    // From one bucket further back: the one that the period begins within is not in it.
    `with days as (
       select d, ${dayBegins("d", "$1::text")} as at
         from generate_series(
           date_trunc($2::text, $3::timestamptz at time zone $1) - ($6::int + 1) * ('1 ' || $2)::interval,
           date_trunc($2, least($4::timestamptz, $5::timestamptz) at time zone $1) + ('1 ' || $2)::interval,
           ('1 ' || $2)::interval) d)
     select to_char(d, 'YYYY-MM-DD') as day, at, at >= $3::timestamptz as inside from days
       where at <= least($4::timestamptz, $5::timestamptz) order by d`,
    [timeZone, grain, period.from.toISOString(), period.to.toISOString(), asOf.toISOString(), earlier],
  );
  const first = rows.findIndex(({ inside }) => inside);
  if (first < 0 || first === rows.length - 1) return { days: [], bounds: [], end: "", earlier: 0 };
  const kept = rows.slice(Math.max(0, first - earlier));
  return {
    days: kept.slice(0, -1).map(({ day }) => day),
    bounds: kept.map(({ at }) => at),
    end: kept.at(-1)?.day ?? "",
    earlier: Math.min(first, earlier),
  };
}
