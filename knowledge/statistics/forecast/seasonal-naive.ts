import type { Model } from "./model.ts";

/**
 * The last known value of the same season, over again: what every other way has to beat. Without a season, the last
 * value.
 */
export const seasonalNaive: Model = {
  name: "seasonal naive",
  fits: ({ values, season }) => values.length > season,
  fit: () => new Float64Array(0),
  forecasts({ values, season }, _parameters, { from, horizon }) {
    const forecasts: Float64Array[] = [];
    for (let origin = from; origin <= values.length; origin++) {
      forecasts.push(
        Float64Array.from({ length: horizon }, (_, h) => lastOfSeason(values, { origin, season, ahead: h })),
      );
    }
    return forecasts;
  },
};

function lastOfSeason(
  values: Float64Array,
  { origin, season, ahead }: { origin: number; season: number; ahead: number },
): number {
  for (let at = origin - season + (ahead % season); at >= 0; at -= season) {
    if (at < origin && !Number.isNaN(values[at])) return values[at] as number;
  }
  for (let at = origin - 1; at >= 0; at--) if (!Number.isNaN(values[at])) return values[at] as number;
  return 0;
}
