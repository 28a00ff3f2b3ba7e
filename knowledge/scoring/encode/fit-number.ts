import type { NumberColumn, Unplaced } from "./column.ts";
import { quantile } from "./quantile.ts";

/** A value with at least this share of the leads gets its own column. */
const spikeShare = 0.2;

export interface NumberFit {
  /** Present values, any order. */
  values: readonly number[];
  missing: number;
  /** Fewer leads than this do not earn a column. */
  minCount: number;
  /** Most knots of the piecewise-linear basis. */
  knots: number;
  text: boolean;
}

/**
 * Fits the encoding of a number: winsorised at 0.5 and 99.5 %, centred at the median, divided by the standard
 * deviation; logarithm first if it is never negative and its upper tail is long. Width 0 means that it never varies.
 */
export function fitNumber(fit: NumberFit): Unplaced<NumberColumn> {
  const sorted = Float64Array.from(fit.values).sort();
  const spike = findSpike(sorted, fit.minCount);
  let rest = spike === null ? sorted : sorted.filter((v) => v !== spike);
  const log = isLongTailed(rest);
  if (log) rest = rest.map(Math.log1p);
  const low = quantile(rest, 0.005);
  const high = quantile(rest, 0.995);
  const centre = quantile(rest, 0.5);
  const spread = deviation(rest, low, high);
  const scale = spread > 1e-12 * Math.max(1, Math.abs(centre)) ? spread : 0;
  const knots = scale === 0 ? [] : placeKnots(rest, fit.knots, fit.minCount);
  const missingFlag = fit.missing >= fit.minCount;
  const width = (scale > 0 ? 1 : 0) + (spike === null ? 0 : 1) + knots.length + (missingFlag ? 1 : 0);
  return {
    kind: "number",
    width,
    missingFlag,
    text: fit.text,
    log,
    low: rest.length ? low : 0,
    high: rest.length ? high : 0,
    centre: rest.length ? centre : 0,
    scale,
    spike,
    knots,
  };
}

function findSpike(sorted: Float64Array, minCount: number): number | null {
  let best = 0;
  let value = 0;
  let distinct = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    distinct++;
    if (end - start > best) {
      best = end - start;
      value = sorted[start] as number;
    }
    start = end;
  }
  const others = sorted.length - best;
  return distinct > 2 && best >= spikeShare * sorted.length && others >= minCount ? value : null;
}

function isLongTailed(sorted: Float64Array): boolean {
  if (sorted.length < 3 || (sorted[0] as number) < 0) return false;
  const middle = quantile(sorted, 0.5);
  return quantile(sorted, 0.995) - middle > 4 * (middle - quantile(sorted, 0.005)) && middle > 0;
}

function deviation(values: Float64Array, low: number, high: number): number {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const v = Math.min(high, Math.max(low, values[i] as number));
    sum += v;
    squares += v * v;
  }
  const mean = sum / values.length;
  return Math.sqrt(Math.max(0, squares / values.length - mean * mean));
}

/** Knots at evenly spaced quantiles; a value that few leads share a side of gets none. */
function placeKnots(sorted: Float64Array, count: number, minCount: number): number[] {
  if (count < 3 || sorted.length < 10 * minCount) return [];
  const knots: number[] = [];
  for (let k = 0; k < count; k++) {
    const at = quantile(sorted, 0.005 + (0.99 * k) / (count - 1));
    const last = knots.at(-1);
    if (last === undefined || at > last) knots.push(at);
  }
  return knots.length >= 3 ? knots : [];
}
