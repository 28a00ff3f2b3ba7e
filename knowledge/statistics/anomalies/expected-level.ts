import { quantile } from "../../scoring/encode/quantile.ts";
import type { KnownSeries } from "../layout.ts";

/** What a value would be by those around it. */
export interface ExpectedLevel {
  /** By known value, on the scale of the values handed in. */
  expected: Float64Array;
  /** Variance of `expected` over that of a single value, by known value. */
  uncertainty: Float64Array;
}

/** Known values to each side that the level is taken from. */
const reach = 10;

/**
 * The level around each value, from the others alone: a robust straight line, a running mean of the middle half of the
 * values about it, and the medians of the seasons. A value has no part in its own level, so that a spike cannot hide
 * itself; a season of few turns is an exception.
 */
export function expectedLevel(series: KnownSeries): ExpectedLevel {
  const { slope, season, turns } = regularParts(series);
  const flat = series.values.map((value, i) => value - slope * i);
  const expected = running(flat, season).map((value, i) => value + (season[i] as number) + slope * i);
  const window = Math.min(2 * reach, series.values.length - 1);
  const share = 1.2 / window + (turns > 1 ? 1.5 / turns : 0);
  return { expected, uncertainty: new Float64Array(series.values.length).fill(share) };
}

/** What recurs in a series: its slope by place, and by value what its season adds to the level. */
export interface RegularParts {
  slope: number;
  season: Float64Array;
  /** Values of the season with the fewest; 1 without seasons. */
  turns: number;
}

/** Finds a series' slope and season, robustly. */
export function regularParts(series: KnownSeries): RegularParts {
  const { values, seasons } = series;
  const slope = robustSlope(values);
  const flat = values.map((value, i) => value - slope * i);
  const turns = turnsOf(series);
  let season: Float64Array = new Float64Array(values.length);
  let level = running(flat, season);
  for (let round = 0; round < 2 && turns > 1; round++) {
    season = seasonal(
      flat.map((value, i) => value - (level[i] as number)),
      seasons,
    );
    level = running(flat, season);
  }
  return { slope, season, turns };
}

/**
 * The median slope between each value of the first half and its counterpart in the second (Theil's incomplete method, 1950): by
 * place, not by time, and over all seasons, whose medians come after.
 */
function robustSlope(values: Float64Array): number {
  const far = Math.ceil(values.length / 2);
  const slopes = values.subarray(far).map((value, i) => (value - (values[i] as number)) / far);
  return slopes.length > 0 ? quantile(slopes.sort(), 0.5) : 0;
}

/** Values of the season with the fewest; 1 without seasons. */
function turnsOf({ seasons }: KnownSeries): number {
  const counts = new Map<number, number>();
  for (const season of Array.from(seasons)) counts.set(season, (counts.get(season) ?? 0) + 1);
  return counts.size > 1 ? Math.max(2, Math.min(...counts.values())) : 1;
}

/** The mean of the middle half of the values about each, itself and the season left out. */
function running(values: Float64Array, season: Float64Array): Float64Array {
  const n = values.length;
  const left = values.map((value, i) => value - (season[i] as number));
  return values.map((_, i) => {
    const from = Math.max(0, Math.min(i - reach, n - 1 - 2 * reach));
    const to = Math.min(n, from + 2 * reach + 1);
    return middleMean(without(left.subarray(from, to), { from: i - from, length: 1 }));
  });
}

/** A copy without some neighbours. */
export function without(
  values: Float64Array,
  { from, length }: { from: number; length: number },
): Float64Array {
  const others = new Float64Array(values.length - length);
  others.set(values.subarray(0, from));
  others.set(values.subarray(from + length), from);
  return others;
}

/**
 * The mean without the lowest and the highest quarter: nearly as robust as the median, but not confined to whole counts. Sorts the values.
 */
export function middleMean(values: Float64Array): number {
  const cut = Math.floor(values.length / 4);
  const kept = values.sort().subarray(cut, values.length - cut);
  return kept.reduce((sum, value) => sum + value, 0) / Math.max(1, kept.length);
}

/** By value, the median of its season's deviations, all seasons' mean taken out. */
function seasonal(deviations: Float64Array, seasons: ArrayLike<number>): Float64Array {
  const places = Map.groupBy(deviations.keys(), (i) => seasons[i] as number);
  const medians = new Map(
    [...places].map(([season, own]) => [
      season,
      quantile(
        own.map((i) => deviations[i] as number).sort((a, b) => a - b),
        0.5,
      ),
    ]),
  );
  const mean = [...medians.values()].reduce((sum, value) => sum + value, 0) / medians.size;
  return deviations.map((_, i) => (medians.get(seasons[i] as number) ?? 0) - mean);
}
