import type { Grain, SeriesPoint } from "#core/domain/series.ts";
import { levelOf, sum } from "./levels.ts";
import type { MetricInfo } from "./subjects.ts";

/** Records that a bucket of a rate or a median should rest on, so that its value is more than a throw of a coin. */
const wantedN = { rate: 8, median: 3 } as const;
/** Events a day below which days are mostly empty, and weeks tell more. */
const sparse = 1;
/** Days that make weeks enough: finer ones would cost time and tell no more. */
const halfYear = 182;
/** Buckets that should be left. */
const wantedBuckets = 16;

/** A series as its course is tested: buckets wide enough to have a value, and the season within them. */
export interface Course {
  points: SeriesPoint[];
  season: number | undefined;
}

/**
 * Chooses the buckets in which a metric's course is tested. Counts keep their days, whose weekdays are allowed for, or are summed
 * over weeks where days are mostly empty or very many; rates and medians are taken over as many buckets as give them enough to rest on.
 */
export function courseOf(metric: MetricInfo, points: readonly SeriesPoint[], grain: Grain): Course {
  const perBucket = sum(points.map(({ n }) => n)) / Math.max(1, points.length);
  if (metric.kind === "count") {
    const isLong = grain === "day" && points.length >= (perBucket < sparse ? 7 * wantedBuckets : halfYear);
    if (isLong) return { points: widen(metric, points, 7), season: undefined };
    return { points: [...points], season: grain === "day" && points.length >= 14 ? 7 : undefined };
  }
  const wanted = Math.ceil(wantedN[metric.kind] / Math.max(perBucket, 1e-9));
  const width = Math.max(1, Math.min(wanted, Math.floor(points.length / wantedBuckets)));
  return { points: widen(metric, points, width), season: undefined };
}

/** Joins so many neighbouring buckets to one, from the end on; what is left over at the beginning is left out. A count becomes its mean. */
export function widen(metric: MetricInfo, points: readonly SeriesPoint[], width: number): SeriesPoint[] {
  if (width <= 1) return [...points];
  const length = Math.floor(points.length / width);
  const start = points.length - length * width;
  return Array.from({ length }, (_, index) => {
    const part = points.slice(start + index * width, start + (index + 1) * width);
    const isPartial = metric.kind === "count" && part.some(({ value }) => value === null);
    const hits = sum(part.map((point) => point.hits ?? 0));
    return {
      at: part[0]?.at ?? "",
      value: isPartial ? null : levelOf(metric, part),
      n: sum(part.map(({ n }) => n)),
      ...(metric.kind === "rate" ? { hits } : {}),
    };
  });
}
