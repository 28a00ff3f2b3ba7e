import type { History, Model } from "./model.ts";

/** What one way of forecasting would have said in the past, and how far off. */
export interface Backtest {
  /** By origin, the values less the forecasts, by bucket ahead; NaN beyond the end and where a value is not known. */
  errors: Float64Array[];
  /** Mean over the buckets ahead of the mean absolute error. */
  error: number;
}

export interface Rolling {
  /** Values known at the first origin. */
  first: number;
  horizon: number;
}

/** Times that parameters are fitted anew on the way. */
const refits = 4;

/**
 * Forecasts from every origin on, each from the values before it alone, parameters fitted anew now and then to no later
 * values.
 */
export function backtest(model: Model, history: History, { first, horizon }: Rolling): Backtest {
  const { values, season } = history;
  const errors: Float64Array[] = [];
  const stretch = Math.max(1, Math.ceil((values.length - first) / refits));
  for (let start = first; start < values.length; start += stretch) {
    const parameters = model.fit({ values: values.subarray(0, start), season });
    const end = Math.min(values.length, start + stretch);
    // The origin at the end belongs to the next stretch.
    const forecasts = model.forecasts({ values: values.subarray(0, end), season }, parameters, {
      from: start,
      horizon,
    });
    for (const [i, forecast] of forecasts.slice(0, end - start).entries()) {
      errors.push(forecast.map((value, h) => (values[start + i + h] ?? Number.NaN) - value));
    }
  }
  return { errors, error: meanAbsolute(errors, horizon) };
}

/** Mean over the buckets ahead of the mean absolute error. */
export function meanAbsolute(errors: readonly Float64Array[], horizon: number): number {
  let [sum, steps] = [0, 0];
  for (let h = 0; h < horizon; h++) {
    const known = errors.map((own) => own[h] as number).filter((error) => !Number.isNaN(error));
    if (known.length === 0) continue;
    sum += known.reduce((total, error) => total + Math.abs(error), 0) / known.length;
    steps++;
  }
  return steps > 0 ? sum / steps : Number.NaN;
}
