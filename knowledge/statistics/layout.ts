import { type KnownValue, knownValues } from "./known-values.ts";
import type { Layout } from "./serial-dependence.ts";

/** The known values of a series with where they stand. */
export interface KnownSeries extends Layout {
  values: Float64Array;
}

/**
 * Lays a series out by season. Seasons need at least two whole turns; a shorter series is taken without.
 * @param season buckets in a turn, such as 7 of days; 1 or undefined: none.
 */
export function layOut(series: readonly (number | null)[], season = 1): KnownSeries {
  const known = knownValues(series);
  const turn = usableSeason(series.length, season);
  return {
    values: Float64Array.from(known, ({ value }) => value),
    times: Int32Array.from(known, ({ at }) => at),
    seasons: Int32Array.from(known, ({ at }: KnownValue) => at % turn),
  };
}

/** The season if the series has at least two whole turns of it, else 1. */
export function usableSeason(length: number, season: number | undefined): number {
  const turn = Math.floor(season ?? 1);
  return turn > 1 && length >= 2 * turn ? turn : 1;
}
