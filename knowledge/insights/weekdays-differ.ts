import type { SeriesPoint } from "#core/domain/series.ts";
import { fisherAbove } from "../statistics/distributions/two-sided.ts";
import { weekdayOf } from "./buckets.ts";
import { sum } from "./levels.ts";

const days = 7;

/**
 * p of one-way analysis of variance by weekday (Fisher 1925), on square roots, which even out the variance of counts. Where one
 * weekday stands far out it tells more than ranks do; a level that moves is noise to it, so that it errs on the side of nothing.
 */
export function weekdaysDiffer(points: readonly SeriesPoint[]): number {
  const known = points.flatMap(({ at, value }) =>
    value === null ? [] : [{ day: weekdayOf(at), root: Math.sqrt(Math.max(0, value)) }],
  );
  const freedom = known.length - days;
  if (freedom < days) return 1;
  const mean = sum(known.map(({ root }) => root)) / known.length;
  const total = sum(known.map(({ root }) => (root - mean) ** 2));
  const between = sum(
    [...Map.groupBy(known, ({ day }) => day).values()].map(
      (of) => sum(of.map(({ root }) => root - mean)) ** 2 / of.length,
    ),
  );
  const within = total - between;
  return within > 0 ? fisherAbove(between / (days - 1) / (within / freedom), days - 1, freedom) : 1;
}
