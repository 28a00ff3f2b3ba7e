import { minimise } from "./minimise.ts";
import type { History, Model } from "./model.ts";
import { lineOf } from "./smoothing-state.ts";

/**
 * The Theta method (Assimakopoulos & Nikolopoulos, International Journal of Forecasting 16, 2000), computed as simple
 * exponential smoothing with half the slope of the regression line as drift (Hyndman & Billah, same journal 19, 2003), on
 * values whose seasons' means are taken out.
 */
export const theta: Model = {
  name: "theta",
  fits: () => true,
  fit: (history) => {
    const { flat } = withoutSeason(history, history.values.length);
    return minimise((point) => smooth(flat, weightOf(point)).squares, [-1]);
  },
  forecasts(history, parameters, { from, horizon }) {
    const weight = weightOf(parameters);
    const forecasts: Float64Array[] = [];
    for (let origin = from; origin <= history.values.length; origin++) {
      const { flat, seasons } = withoutSeason(history, origin);
      const { level } = smooth(flat, weight);
      const drift = lineOf(flat).slope / 2;
      const start = (1 - (1 - weight) ** origin) / weight;
      forecasts.push(
        Float64Array.from(
          { length: horizon },
          (_, h) => level + drift * (h + start) + (seasons[(origin + h) % seasons.length] ?? 0),
        ),
      );
    }
    return forecasts;
  },
};

function weightOf(parameters: Float64Array): number {
  return 0.02 + 0.97 / (1 + Math.exp(-(parameters[0] ?? 0)));
}

function smooth(values: Float64Array, weight: number): { level: number; squares: number } {
  let level = Number.NaN;
  let squares = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (Number.isNaN(level)) level = value;
    const error = value - level;
    squares += error * error;
    level += weight * error;
  }
  return { level: Number.isNaN(level) ? 0 : level, squares };
}

/**
 * The values up to an origin less the mean of their season about a straight line; at least two turns are needed to tell.
 */
function withoutSeason(
  { values, season }: History,
  origin: number,
): { flat: Float64Array; seasons: Float64Array } {
  const known = values.subarray(0, origin);
  if (season < 2 || origin < 2 * season) return { flat: known, seasons: new Float64Array(1) };
  const { intercept, slope } = lineOf(known);
  const sums = new Float64Array(season);
  const counts = new Float64Array(season);
  for (let at = 0; at < origin; at++) {
    const left = (known[at] as number) - intercept - slope * at;
    if (Number.isNaN(left)) continue;
    sums[at % season] = (sums[at % season] as number) + left;
    counts[at % season] = (counts[at % season] as number) + 1;
  }
  const seasons = sums.map((sum, place) => sum / Math.max(1, counts[place] as number));
  return { flat: known.map((value, at) => value - (seasons[at % season] as number)), seasons };
}
