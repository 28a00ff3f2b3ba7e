import type { Finding } from "#core/domain/insight.ts";
import type { Grain, SeriesPoint } from "#core/domain/series.ts";
import { anomalies } from "../../statistics/anomalies.ts";
import { type CountWindow, countWindows } from "../../statistics/count-windows.ts";
import { bucketName, dayName, weekdayOf } from "../buckets.ts";
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

/** A level that changed for good is no row of spikes: each side of such a change is looked at for itself. */
const levelChanged = 0.01;

/** Days in a row that are looked at together: a burst shows best in what it lasts. */
const daysTogether = [1, 2, 3, 5, 7] as const;

/**
 * Looks for buckets that stand out: each against the level about it, and of daily counts several days in a row too. A p is multiplied by the
 * number of days and stretches looked at (Bonferroni), so that a series counts as one test among all others however long it is.
 */
export function spike(subject: SeriesSubject): Tested {
  const { metric, grain, points } = subject;
  const short = seriesTooShort("spike", points);
  if (short) return tooFew({ ...short, metric: metric.id });
  const parts = partsOf(subject).filter((part) => part.length >= leastBuckets);
  const looked = parts.map((part) =>
    grain === "day" && metric.kind === "count" ? unusualDays(part, points) : unusualBuckets(part, subject),
  );
  const looks = sum(looked.map((one) => one.looks));
  const findings = looked
    .flatMap(({ found }) => found)
    .map((one) => toFinding(subject, { ...one, p: Math.min(1, one.p * looks), looks }));
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

/** What was looked at, and what of it stands out. */
interface Looked {
  looks: number;
  found: Unusual[];
}

function unusualBuckets(points: readonly SeriesPoint[], { metric, grain }: SeriesSubject): Looked {
  const values = points.map(({ value }) => value);
  const season = grain === "day" ? 7 : undefined;
  const found = anomalies(values, { season, counts: metric.kind === "count" }).flatMap(
    ({ at: index, ...one }) => {
      const point = points[index];
      if (!point) return [];
      const effect = [relative(one.value, one.high), relative(one.value, one.low)] as const;
      return [{ ...one, at: point.at, effect, n: point.n, shown: aroundOf(points, index, 1) }];
    },
  );
  return { looks: points.length, found };
}

function unusualDays(part: readonly SeriesPoint[], points: readonly SeriesPoint[]): Looked {
  const { looks, found } = countWindows(
    part.map(({ value }) => value),
    { season: 7, lengths: daysTogether },
  );
  return { looks, found: strongestApart(found).flatMap((window) => toUnusual(window, part, points)) };
}

/** Of windows that share days only the one that stands out most: the others are it, seen less well. */
function strongestApart(windows: readonly CountWindow[]): CountWindow[] {
  const kept: CountWindow[] = [];
  for (const one of windows.toSorted((a, b) => a.p - b.p || a.length - b.length || a.at - b.at)) {
    const shares = kept.some((other) => one.at < other.at + other.length && other.at < one.at + one.length);
    if (!shares) kept.push(one);
  }
  return kept;
}

function toUnusual(
  { at: index, length, value, expected, low, high, p }: CountWindow,
  part: readonly SeriesPoint[],
  points: readonly SeriesPoint[],
): Unusual[] {
  const first = part[index];
  if (!first) return [];
  const place = points.findIndex(({ at }) => at === first.at);
  const days = length > 1 ? { days: length } : {};
  const effect = [low - 1, high - 1] as const;
  return [
    { at: first.at, ...days, value, expected, effect, p, n: value, shown: aroundOf(points, place, length) },
  ];
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
  if (days === 7 && weekdayOf(at) === 0) return bucketName(at, "week");
  return days === undefined ? bucketName(at, grain) : `the ${days} days from ${dayName(at)}`;
}
