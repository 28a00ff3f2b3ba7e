import type { Rolling } from "./forecast/backtest.ts";
import { chooseMethod } from "./forecast/choose-method.ts";
import { errorSpread, halfWidth } from "./forecast/intervals.ts";
import type { History } from "./forecast/model.ts";
import { isKnown } from "./known-values.ts";

/** What is expected of a bucket to come. */
export interface ForecastPoint {
  value: number;
  low: number;
  high: number;
}

export interface Forecast {
  /** The way that did best in the past. */
  method: string;
  points: ForecastPoint[];
  backtest: {
    /** Mean absolute error over the horizon, of the method and of the seasonal naive forecast. */
    error: number;
    naiveError: number;
    /** Share of past values within the intervals that the other half of the past gives, 0–1. */
    coverage: number;
    /** Moments in the past that it was forecast from. */
    origins: number;
  };
}

export interface ForecastOptions {
  /** Buckets in a turn, 1: none. Used from two turns on. */
  season: number;
  /** Buckets ahead. */
  horizon: number;
  /** Of the intervals, 0–1. */
  level?: number;
  /** Below which no value can be, such as 0 of counts. */
  floor?: number;
}

const fewest = 16;
/** Moments that errors are needed from, beyond the horizon. */
const fewestOrigins = 6;

/**
 * Forecasts a series by the way that would have done best in its past (rolling origin: Tashman, International Journal of
 * Forecasting 16, 2000), among the seasonal naive forecast, exponential smoothing in its forms, and Theta; one that is
 * not surely better than the first is averaged with it. Intervals are conformal: as wide as the errors of that past. Too
 * few values: says how many are needed.
 */
export function forecast(
  values: readonly (number | null)[],
  options: ForecastOptions,
): Forecast | { tooFew: string } {
  const horizon = Math.max(1, Math.floor(options.horizon));
  const level = Math.min(0.99, Math.max(0.5, options.level ?? 0.9));
  const history = historyOf(values, options.season);
  const missing = missingOf(history, horizon);
  if (missing !== null) return { tooFew: missing };
  const rolling: Rolling = { first: firstOrigin(history, horizon), horizon };
  const { method, test, naiveError, next } = chooseMethod(history, rolling);
  const spread = errorSpread(test.errors, horizon);
  const floor = options.floor ?? Number.NEGATIVE_INFINITY;
  return {
    method,
    points: Array.from(next, (expected, h) => {
      const value = Math.max(floor, expected);
      const half = halfWidth(spread, h, level);
      return { value, low: Math.max(floor, value - half), high: value + half };
    }),
    backtest: {
      error: test.error,
      naiveError,
      coverage: coverageOf(test.errors, horizon, level),
      origins: test.errors.length,
    },
  };
}

/** From the first known value on: before it there was nothing to count. */
function historyOf(values: readonly (number | null)[], season: number): History {
  const from = values.findIndex(isKnown);
  const known = Float64Array.from(from < 0 ? [] : values.slice(from), (v) => (isKnown(v) ? v : Number.NaN));
  const turn = Math.floor(season);
  return { values: known, season: turn > 1 && known.length >= 2 * turn + fewestOrigins ? turn : 1 };
}

function missingOf({ values }: History, horizon: number): string | null {
  const known = values.filter((value) => !Number.isNaN(value)).length;
  const needed = Math.max(fewest, 2 * horizon + fewestOrigins);
  return known >= needed
    ? null
    : `${known} values are known; ${needed} are needed to forecast ${horizon} ahead`;
}

/** Half of the values teach, but at least two turns, and the others test. */
function firstOrigin({ values, season }: History, horizon: number): number {
  const n = values.length;
  const least = season > 1 ? 2 * season : 8;
  return Math.min(
    n - fewestOrigins,
    Math.max(least, Math.min(Math.floor(n / 2), n - horizon - fewestOrigins)),
  );
}

/** Each half of the past is held against the intervals that the errors of the other half give. */
function coverageOf(errors: readonly Float64Array[], horizon: number, level: number): number {
  const middle = Math.floor(errors.length / 2);
  const halves = [errors.slice(0, middle), errors.slice(middle)] as const;
  let [inside, all] = [0, 0];
  for (const [others, own] of [halves, [halves[1], halves[0]]] as const) {
    const spread = errorSpread(others, horizon);
    for (const error of own.flatMap((one) => Array.from(one, (value, h) => ({ value, h })))) {
      if (Number.isNaN(error.value)) continue;
      all++;
      inside += Number(Math.abs(error.value) <= halfWidth(spread, error.h, level));
    }
  }
  return all > 0 ? inside / all : 0;
}
