import type { SeriesPoint } from "#core/domain/series.ts";
import { forecast as forecastValues } from "../../statistics/forecast.ts";
import { bucketName, shiftBucket } from "../buckets.ts";
import { displayUnit } from "../display-unit.ts";
import { known, relative, tooFew } from "../finding.ts";
import { levelKind, levelOf, totalN } from "../levels.ts";
import type { MetricInfo, SeriesSubject, Tested } from "../subjects.ts";
import { widen } from "../widen.ts";

/** Buckets ahead: a week, a month, a quarter. */
const horizons = { day: 7, week: 4, month: 3 } as const;
/** What lies further back says little about what comes, and costs time. */
const longest = { day: 182, week: 156, month: 72 } as const;
const leastN = 20;
const cycles = { day: 7, week: 52, month: 12 } as const;

/** What comes next, with its 90 % interval; an estimate, not a test. */
export function forecast({ metric, grain: bucket, history, points }: SeriesSubject): Tested {
  const { unit: grain, times } = displayUnit(bucket, points.length);
  const wide = times === 1 ? [...history, ...points] : inSums(metric, [...history, ...points], times);
  const all = wide.slice(-longest[grain]);
  const n = totalN(all);
  if (n < leastN) {
    return tooFew({ analysis: "forecast", metric: metric.id, reason: `${n} records; ${leastN} are needed` });
  }
  const values = all.map(({ value }) => value);
  const cycle = cycles[grain];
  const season = values.length >= 2 * cycle ? cycle : 1;
  const horizon = horizons[grain];
  const made = forecastValues(values, {
    season,
    horizon,
    level: 0.9,
    ...(metric.kind === "median" ? {} : { floor: 0 }),
  });
  if ("tooFew" in made) {
    return tooFew({ analysis: "forecast", metric: metric.id, reason: made.tooFew });
  }
  const recent = levelOf(metric, all.slice(-horizon));
  const last = all.at(-1);
  const final = made.points.at(-1);
  const next = made.points[0];
  if (!last || !final || !next) return { tests: 0, findings: [], tooFew: [] };
  const bound = (value: number) =>
    metric.kind === "rate" ? Math.min(1, Math.max(0, value)) : Math.max(0, value);
  const kind = levelKind(metric);
  const name = (ahead: number) => bucketName(shiftBucket(last.at, grain, ahead), grain);
  const effect = recent === null ? null : relative(bound(final.value), recent);
  return {
    tests: 0,
    tooFew: [],
    findings: [
      {
        id: `forecast:${metric.id}${grain === bucket ? "" : `:${grain}`}`,
        analysis: "forecast",
        metric: metric.id,
        p: null,
        direction: "none",
        effect,
        low: recent === null ? null : relative(bound(final.low), recent),
        high: recent === null ? null : relative(bound(final.high), recent),
        n: totalN(all),
        numbers: known({
          [`next_${kind}`]: bound(next.value),
          [`next_low_${kind}`]: bound(next.low),
          [`next_high_${kind}`]: bound(next.high),
          [`final_${kind}`]: bound(final.value),
          [`final_low_${kind}`]: bound(final.low),
          [`final_high_${kind}`]: bound(final.high),
          [`recent_${kind}`]: recent,
          horizon_buckets: made.points.length,
          coverage_share: made.backtest.coverage,
          origins_count: made.backtest.origins,
          length_buckets: values.length,
        }),
        words: { next: name(1), final: name(made.points.length), method: made.method },
        points: made.points.map(({ value, low, high }, index) => ({
          label: shiftBucket(last.at, grain, index + 1),
          value: bound(value),
          n: 0,
          low: bound(low),
          high: bound(high),
        })),
      },
    ],
  };
}

/** Weeks of days, the last one whole; counts are sums again. */
function inSums(metric: MetricInfo, points: readonly SeriesPoint[], width: number): SeriesPoint[] {
  return widen(metric, points, width).map((point) =>
    metric.kind === "count" && point.value !== null ? { ...point, value: point.n } : point,
  );
}
