import type { Finding } from "#core/domain/insight.ts";
import type { Grain, SeriesPoint } from "#core/domain/series.ts";
import type { PeriodTotal } from "../../metrics/period-totals.ts";
import { compareCounts } from "../../statistics/compare-counts.ts";
import { compareRates } from "../../statistics/compare-rates.ts";
import { compareSamples } from "../../statistics/compare-samples.ts";
import { dispersionOf } from "../dispersion.ts";
import { directionOf, known, relative, spanWords, tooFew } from "../finding.ts";
import { levelKind } from "../levels.ts";
import { type MetricInfo, nothingTested, type SeriesSubject, type Tested } from "../subjects.ts";
import { courseOf } from "../widen.ts";

/** Trials, durations or events that both periods together must have. */
const leastN = 20;
const leastBuckets = 4;

const names = { previous: "the period before", last_year: "the same period last year" } as const;
type Earlier = keyof typeof names;

/** Compares the period with the one before it and, where records reach back, with the same one a year earlier. */
export function period(subject: SeriesSubject): Tested {
  const results = (["previous", "last_year"] as const).map((name) => compareWith(subject, name));
  return {
    tests: results.reduce((total, { tests }) => total + tests, 0),
    findings: results.flatMap(({ findings }) => findings),
    // That there is no year before is nothing that the caller could mend.
    tooFew: results[0]?.tooFew ?? [],
  };
}

function compareWith({ metric, grain, totals }: SeriesSubject, name: Earlier): Tested {
  const [now, then] = ["this", name].map((which) => totals.find((total) => total.period === which));
  const lacking = (what: string) =>
    tooFew({ analysis: "period", metric: metric.id, reason: `${what} to compare with ${names[name]}` });
  if (!now || !then || isUnknown(now) || isUnknown(then))
    return lacking("the records do not reach back far enough");
  if (now.points.length < leastBuckets)
    return lacking(`${now.points.length} buckets; ${leastBuckets} are needed`);
  const n = now.n + then.n;
  if (n < leastN) return lacking(`${n} in both periods; ${leastN} are needed`);
  const test = testOf(metric, { now, then, grain });
  return test
    ? { tests: 1, findings: [toFinding({ metric, grain, name }, { now, then, test })], tooFew: [] }
    : nothingTested;
}

function isUnknown({ value }: PeriodTotal): boolean {
  return value === null;
}

interface PeriodTest {
  p: number;
  /** Of the ratio, or of the difference of two rates; null where it cannot be told. */
  low: number | null;
  high: number | null;
}

function testOf(
  metric: MetricInfo,
  { now, then, grain }: { now: PeriodTotal; then: PeriodTotal; grain: Grain },
): PeriodTest | null {
  const { kind } = metric;
  if (kind === "count") {
    const [a, b] = [courseOf(metric, now.points, grain), courseOf(metric, then.points, grain)];
    // Both periods in the same buckets: sums of weeks, or days.
    return a.points.length === b.points.length
      ? compareCounts(eventsOf(a.points), eventsOf(b.points), { season: a.season })
      : compareCounts(eventsOf(now.points), eventsOf(then.points), {
          season: grain === "day" ? 7 : undefined,
        });
  }
  if (kind === "rate") {
    const spread = Math.max(dispersionOf(now.points), dispersionOf(then.points));
    const trials = ({ hits = 0, n }: PeriodTotal) => ({
      hits: hits / spread,
      n: n / spread,
    });
    return compareRates(trials(now), trials(then));
  }
  const test = compareSamples(now.sample ?? [], then.sample ?? []);
  return test && test.ratio === null ? { p: test.p, low: null, high: null } : test;
}

function eventsOf(points: readonly SeriesPoint[]): number[] {
  return points.flatMap(({ value, n }) => (value === null ? [] : n));
}

function toFinding(
  { metric, grain, name }: { metric: MetricInfo; grain: Grain; name: Earlier },
  { now, then, test }: { now: PeriodTotal; then: PeriodTotal; test: PeriodTest },
): Finding {
  const [value, base] = [now.value ?? 0, then.value ?? 0];
  const isRate = metric.kind === "rate";
  const kind = metric.kind === "count" ? "count" : levelKind(metric);
  const effect = relative(value, base);
  const [low, high] = [test.low, test.high].map((bound) => {
    if (bound === null) return null;
    if (isRate) return base > 0 ? bound / base : null;
    return bound - 1;
  });
  return {
    id: `period:${metric.id}:${name}`,
    analysis: "period",
    metric: metric.id,
    p: test.p,
    direction: directionOf(value - base),
    effect,
    low: low ?? null,
    high: high ?? null,
    n: now.n + then.n,
    numbers: known({
      [`now_${kind}`]: value,
      [`then_${kind}`]: base,
      effect_change: effect,
      ...(isRate
        ? { difference_points: value - base, low_points: test.low, high_points: test.high }
        : { low_change: low, high_change: high }),
      length_buckets: now.points.length,
      n_count: now.n + then.n,
    }),
    words: { ...spanWords(now.points, grain), ...prefixed("then_", spanWords(then.points, grain)) },
    points: [
      { label: names[name], value: base, n: then.n },
      { label: "this period", value, n: now.n },
    ],
  };
}

function prefixed(prefix: string, words: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [prefix + key, value]));
}
