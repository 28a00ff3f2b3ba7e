import { studentTwoSided, studentWithin } from "./distributions/two-sided.ts";
import { isKnown } from "./known-values.ts";
import type { Layout } from "./serial-dependence.ts";
import { centred, inflation, residuals, serialCorrelation } from "./serial-dependence.ts";

/** How the level of counts differs between two periods. */
export interface CountComparison {
  /** Mean per bucket of the first over that of the second; null when the second has none. */
  ratio: number | null;
  /** 90 % interval of the ratio. `high` is null where it has no bound. */
  low: number;
  high: number | null;
  p: number;
}

export interface CountOptions {
  /** Buckets in a turn of the season, such as 7 of days, so that its pattern is not taken for noise. */
  season?: number | undefined;
}

interface Totals {
  /** Events and buckets of each period. */
  events: [number, number];
  buckets: [number, number];
}

const fewest = 4;

/**
 * Compares the counts of two periods, bucket by bucket, such as the days of this month and of the one before. The periods
 * need not be equally long, but each should hold whole turns of the season. Score test of a quasi-Poisson model
 * (McCullagh & Nelder, Generalized Linear Models, 1989, ch. 6 and 9), referred to t: the dispersion is that of the
 * buckets about their period's mean, at least 1, times what their serial dependence adds. Interval: Wilson's for the
 * share of the first period, likewise widened. Null under 4 known buckets in either.
 */
export function compareCounts(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
  options: CountOptions = {},
): CountComparison | null {
  const periods = [layOutPeriod(a, options), layOutPeriod(b, options)] as const;
  const buckets = periods.map(({ values }) => values.length) as [number, number];
  if (Math.min(...buckets) < fewest) return null;
  const events = periods.map(({ values }) => values.reduce((sum, v) => sum + v, 0)) as [number, number];
  const all = events[0] + events[1];
  if (!(all > 0)) return { ratio: null, low: 0, high: null, p: 1 };
  const noise = noiseOf(periods, { events, buckets });
  return compared({ events, buckets }, Math.max(1, noise.dispersion), Math.max(2, noise.freedom));
}

function compared({ events, buckets }: Totals, dispersion: number, freedom: number): CountComparison {
  const all = events[0] + events[1];
  const even = buckets[0] / (buckets[0] + buckets[1]);
  const t = (events[0] - all * even) / Math.sqrt(dispersion * all * even * (1 - even));
  // Dispersed events tell as much as fewer independent ones would.
  const z = studentWithin(0.9, freedom);
  const effective = all / dispersion;
  const share = events[0] / all;
  const scale = 1 + z ** 2 / effective;
  const centre = (share + z ** 2 / (2 * effective)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / effective + z ** 2 / (4 * effective ** 2));
  const ratio = (part: number) => (part / (1 - part)) * (buckets[1] / buckets[0]);
  const high = Math.min(1, Math.max(share, centre + half));
  return {
    ratio: share < 1 ? ratio(share) : null,
    low: ratio(Math.min(share, Math.max(0, centre - half))),
    high: high < 1 ? ratio(high) : null,
    p: studentTwoSided(t, freedom),
  };
}

interface CountPeriod extends Layout {
  values: Float64Array;
}

function layOutPeriod(values: readonly (number | null)[], { season = 1 }: CountOptions): CountPeriod {
  const known = values.flatMap((value, at) => (isKnown(value) ? [{ at, value: Math.max(0, value) }] : []));
  const turn = season > 1 && values.length >= 2 * season ? Math.floor(season) : 1;
  return {
    values: Float64Array.from(known, ({ value }) => value),
    times: Int32Array.from(known, ({ at }) => at),
    seasons: Int32Array.from(known, ({ at }) => at % turn),
  };
}

/**
 * Pearson's variance of the buckets over their mean, both periods together, times what the serial dependence of the more
 * dependent one adds to the variance of a mean; and the degrees of freedom it rests on.
 */
function noiseOf(
  periods: readonly [CountPeriod, CountPeriod],
  { events, buckets }: Totals,
): { dispersion: number; freedom: number } {
  let squares = 0;
  let freedom = 0;
  let dependence = 1;
  for (const [i, period] of periods.entries()) {
    const mean = (events[i] as number) / (buckets[i] as number);
    const left = centred(period.values, period);
    freedom += left.length - new Set(period.seasons as Int32Array).size;
    squares += left.reduce((sum, value) => sum + value * value, 0) / Math.max(mean, 1e-9);
    const none = new Float64Array(left.length);
    const phi = serialCorrelation(residuals(period.values, period, none), period, none);
    const level = new Float64Array(left.length).fill(1);
    dependence = Math.max(dependence, inflation(level, period, phi));
  }
  return { dispersion: (freedom > 0 ? squares / freedom : 1) * dependence, freedom };
}
