import type { Grain, Series, SeriesPoint } from "#core/domain/series.ts";
import { isKnown } from "./first-record.ts";
import { bucketsAYear } from "./grain-of.ts";
import type { Buckets } from "./load-buckets.ts";
import type { Loaded } from "./loaded.ts";
import type { Metric } from "./metric.ts";

/** The period, the one of the same length before it, and the one a year earlier. */
export type PeriodName = "this" | "previous" | "last_year";

/** A metric in one of the periods that are compared. */
export interface PeriodTotal {
  metric: string;
  period: PeriodName;
  /** The first day of it and the first after it, YYYY-MM-DD in the time zone. */
  from: string;
  to: string;
  /** Null where there is nothing to compute it from; of an earlier period also where records do not reach back to its beginning. */
  value: number | null;
  n: number;
  hits?: number;
  /** Of first_response_time: hours, as Group has them. */
  sample?: number[];
  points: SeriesPoint[];
}

/** Buckets: the first one, counted from 0, and the first after it. */
export interface BucketRange {
  name: PeriodName;
  from: number;
  to: number;
}

/** The periods to compare, as far as buckets go. A year earlier is left out where most of it is the one before. */
export function rangesOf({ days, earlier }: Buckets, grain: Grain): BucketRange[] {
  const length = days.length - earlier;
  const year = bucketsAYear[grain];
  const ranges: BucketRange[] = [
    { name: "this", from: earlier, to: days.length },
    { name: "previous", from: earlier - length, to: earlier },
  ];
  // Where the two would be mostly the same stretch, the one before says it.
  if (1.5 * length <= year)
    ranges.push({ name: "last_year", from: earlier - year, to: earlier - year + length });
  return length > 0 ? ranges.filter(({ from }) => from >= 0) : [];
}

interface Compared {
  metrics: readonly Metric[];
  ranges: readonly BucketRange[];
  loaded: Loaded;
}

/** Sums each series up over each range. */
export function toTotals(series: readonly Series[], compared: Compared): PeriodTotal[] {
  return series.flatMap(({ metric: id, points }) => {
    const metric = compared.metrics.find((known) => known.id === id);
    return metric
      ? compared.ranges.map((range) => totalOf(metric, range, { points, loaded: compared.loaded }))
      : [];
  });
}

function totalOf(
  metric: Metric,
  { name, from, to }: BucketRange,
  { points: all, loaded }: { points: readonly SeriesPoint[]; loaded: Loaded },
): PeriodTotal {
  const { id, kind } = metric;
  const { buckets, contacts } = loaded;
  const points = all.slice(from, to);
  const shown = {
    metric: id,
    period: name,
    from: buckets.days[from] ?? "",
    to: buckets.days[to] ?? buckets.end,
    points,
  };
  const n = points.reduce((sum, point) => sum + point.n, 0);
  if (name !== "this" && !isKnown(metric, from, loaded)) return { ...shown, value: null, n };
  if (kind === "count") return { ...shown, value: n, n };
  if (kind === "rate") {
    const hits = points.reduce((sum, point) => sum + (point.hits ?? 0), 0);
    return { ...shown, value: n > 0 ? hits / n : null, n, hits };
  }
  const summary = id === "first_response_time" ? contacts.ranges[name] : undefined;
  if (!summary) return { ...shown, value: null, n };
  return {
    ...shown,
    value: summary.median / 3_600,
    n: summary.n,
    sample: summary.sample.map((seconds) => seconds / 3_600),
  };
}
