import type { Finding } from "#core/domain/insight.ts";
import type { Grain, SeriesPoint } from "#core/domain/series.ts";
import { anomalies } from "../../statistics/anomalies.ts";
import { bucketName, dayName } from "../buckets.ts";
import { courseChange } from "../course-change.ts";
import {
  directionOf,
  known,
  leastBuckets,
  relative,
  seriesTooShort,
  shownPoints,
  tooFew,
} from "../finding.ts";
import { levelKind, sum } from "../levels.ts";
import type { SeriesSubject, Tested } from "../subjects.ts";
import { type UnusualWindow, unusualWindows } from "../unusual-windows.ts";

/** A level that changed for good is no row of spikes: each side of such a change is looked at for itself. */
const levelChanged = 0.01;

/**
 * Looks for buckets that stand out: each against the level about it, and of daily counts four days in a row and calendar weeks too. A p is multiplied by the
 * number of days and stretches looked at (Bonferroni), so that a series counts as one test among all others however long it is.
 */
export function spike(subject: SeriesSubject): Tested {
  const { metric, grain, points } = subject;
  const short = seriesTooShort("spike", points);
  if (short) return tooFew({ ...short, metric: metric.id });
  const parts = partsOf(subject).filter((part) => part.length >= leastBuckets);
  const windows = grain === "day" && metric.kind === "count" ? parts.map(unusualWindows) : [];
  const looks = sum(parts.map((part) => part.length)) + sum(windows.map((one) => one.looks));
  const found = [
    ...parts.flatMap((part) => unusualBuckets(part, subject)),
    ...windows.flatMap(({ found: some }) => some.map((window) => unusualWindow(window, points))),
  ];
  const findings = found.map((one) => toFinding(subject, { ...one, p: Math.min(1, one.p * looks), looks }));
  return { tests: 1, tooFew: [], findings: findings.filter(({ p }) => (p ?? 1) <= worthKeeping) };
}

function partsOf(subject: SeriesSubject): (readonly SeriesPoint[])[] {
  const { points } = subject;
  const { course, change } = courseChange(subject);
  const at = change && change.p <= levelChanged ? course.points[change.at]?.at : undefined;
  if (at === undefined) return [points];
  return [points.filter((point) => point.at < at), points.filter((point) => point.at >= at)];
}

/** Above this a bucket cannot become a finding; leaving it out spares the lists. */
const worthKeeping = 0.2;

interface Unusual {
  /** The bucket's first day. */
  at: string;
  /** How many days it has, where it is more than a bucket. */
  days?: number;
  value: number;
  expected: number;
  /** What is usual there; not known of stretches. */
  low?: number;
  high?: number;
  /** 90 % interval of the share by which it differs from what was expected. */
  effect: readonly [number | null, number | null];
  p: number;
  n: number;
  shown: readonly SeriesPoint[];
}

function unusualBuckets(points: readonly SeriesPoint[], { metric, grain }: SeriesSubject): Unusual[] {
  const values = points.map(({ value }) => value);
  const season = grain === "day" ? 7 : undefined;
  return anomalies(values, { season, counts: metric.kind === "count" }).flatMap(({ at: index, ...one }) => {
    const point = points[index];
    if (!point) return [];
    const effect = [relative(one.value, one.high), relative(one.value, one.low)] as const;
    return [{ ...one, at: point.at, effect, n: point.n, shown: aroundOf(points, index, 1) }];
  });
}

function unusualWindow({ low, high, ...window }: UnusualWindow, points: readonly SeriesPoint[]): Unusual {
  const index = points.findIndex(({ at }) => at === window.at);
  const effect = [low - 1, high - 1] as const;
  return { ...window, effect, n: window.value, shown: aroundOf(points, index, window.days) };
}

function aroundOf(points: readonly SeriesPoint[], index: number, length: number): readonly SeriesPoint[] {
  return points.slice(Math.max(0, index - 14), index + length + 14);
}

function toFinding({ metric, grain }: SeriesSubject, one: Unusual & { looks: number }): Finding {
  const effect = relative(one.value, one.expected);
  const kind = levelKind(metric);
  return {
    id: `spike:${metric.id}:${one.at}${one.days === undefined ? "" : `:${one.days}days`}`,
    analysis: "spike",
    metric: metric.id,
    p: one.p,
    direction: directionOf(one.value - one.expected),
    effect,
    low: one.effect[0],
    high: one.effect[1],
    n: one.n,
    numbers: known({
      [`value_${kind}`]: one.value,
      [`expected_${kind}`]: one.expected,
      [`low_${kind}`]: one.low,
      [`high_${kind}`]: one.high,
      effect_change: effect,
      looks_count: one.looks,
      n_count: one.n,
    }),
    words: { on: nameOf(one, grain), at: one.at },
    points: shownPoints(one.shown),
  };
}

function nameOf({ at, days }: Unusual, grain: Grain): string {
  if (days === 7) return bucketName(at, "week");
  return days === undefined ? bucketName(at, grain) : `the ${days} days from ${dayName(at)}`;
}
