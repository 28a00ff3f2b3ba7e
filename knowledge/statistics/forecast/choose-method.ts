import { type Backtest, backtest, meanAbsolute, type Rolling } from "./backtest.ts";
import { candidates } from "./candidates.ts";
import type { History, Model } from "./model.ts";
import { seasonalNaive } from "./seasonal-naive.ts";

/** The way to forecast that a series' past speaks for. */
export interface Choice {
  method: string;
  test: Backtest;
  /** Mean absolute error of the seasonal naive forecast. */
  naiveError: number;
  /** Forecasts of the buckets after the last value. */
  next: Float64Array;
}

/** Standard errors by which a method must have beaten the seasonal naive forecast to be taken alone. */
const surely = 2;

/**
 * The candidate with the smallest error in the past, averaged with the seasonal naive forecast as far as it is not surely
 * better than that: choosing among several by a short past takes chance for skill, and averages of forecasts err less
 * than their parts (Bates & Granger, Operational Research Quarterly 20, 1969). Its error in the past is never above the
 * seasonal naive forecast's.
 */
export function chooseMethod(history: History, rolling: Rolling): Choice {
  const naive = backtest(seasonalNaive, history, rolling);
  let best: { model: Model; test: Backtest } = { model: seasonalNaive, test: naive };
  const early = { ...history, values: history.values.subarray(0, rolling.first) };
  for (const model of candidates) {
    if (model === seasonalNaive || !model.fits(early) || !model.fits(history)) continue;
    const test = backtest(model, history, rolling);
    if (test.error < best.test.error) best = { model, test };
  }
  const weight = Math.min(1, Math.max(0, gain(naive, best.test, rolling.horizon)) / surely);
  const isAlone = best.model === seasonalNaive || weight === 0 || weight === 1;
  const chosen = weight === 0 ? seasonalNaive : best.model;
  const errors = naive.errors.map((own, i) => mixed(best.test.errors[i] ?? own, own, weight));
  return {
    method: isAlone ? chosen.name : `${chosen.name} and seasonal naive`,
    test: { errors, error: meanAbsolute(errors, rolling.horizon) },
    naiveError: naive.error,
    next: mixed(ahead(best.model, history, rolling), ahead(seasonalNaive, history, rolling), weight),
  };
}

function ahead(model: Model, history: History, { horizon }: Rolling): Float64Array {
  const origins = { from: history.values.length, horizon };
  return model.forecasts(history, model.fit(history), origins)[0] ?? new Float64Array(horizon);
}

function mixed(own: Float64Array, other: Float64Array, weight: number): Float64Array {
  return own.map((value, h) => weight * value + (1 - weight) * (other[h] as number));
}

/** By how many standard errors a method's errors are smaller; origins closer than half the horizon tell the same. */
function gain(naive: Backtest, test: Backtest, horizon: number): number {
  const size = (errors: Float64Array) => {
    const known = errors.filter((error) => !Number.isNaN(error));
    return known.reduce((sum, error) => sum + Math.abs(error), 0) / Math.max(1, known.length);
  };
  const gains = naive.errors.map((errors, i) => size(errors) - size(test.errors[i] ?? errors));
  const mean = gains.reduce((sum, one) => sum + one, 0) / gains.length;
  if (mean === 0) return 0;
  const squares = gains.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, gains.length - 1);
  const effective = gains.length / Math.max(1, horizon / 2);
  return mean / Math.sqrt(squares / effective);
}
