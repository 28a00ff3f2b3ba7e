import type { SeriesPoint } from "#core/domain/series.ts";
import type { MetricInfo } from "./subjects.ts";

/** The end of the key under which a level of the metric stands among a finding's numbers; formats.ts reads it. */
export function levelKind({ kind }: MetricInfo): "level" | "share" | "hours" {
  return { count: "level", rate: "share", median: "hours" }[kind] as "level" | "share" | "hours";
}

/** The metric over several buckets: a count's mean, a rate of all its trials, the median of medians; null when nothing is known. */
export function levelOf(metric: MetricInfo, points: readonly SeriesPoint[]): number | null {
  const known = points.filter(({ value }) => value !== null);
  if (known.length === 0) return null;
  if (metric.kind === "rate") {
    const n = sum(known.map((point) => point.n));
    return n === 0 ? null : sum(known.map(({ hits }) => hits ?? 0)) / n;
  }
  const values = known.flatMap(({ value }) => value ?? []);
  return metric.kind === "median" ? medianOf(values) : sum(values) / values.length;
}

/** What the buckets rest on: events, trials or durations. */
export function totalN(points: readonly SeriesPoint[]): number {
  return sum(points.map(({ n }) => n));
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
