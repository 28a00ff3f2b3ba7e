import { quantile } from "../scoring/encode/quantile.ts";

/** Values to each side that a value is held against. */
const reach = 3;
/** Deviations from its neighbours' median up to which a value stays as it is. */
const limit = 3;
/** Of normal values, the standard deviation over the median absolute deviation. */
const ofMedian = 1.4826;

/**
 * Draws in single values that stand out from their neighbours: beyond three deviations from the median of the six around it a value is put there
 * (Hampel's filter; Davies & Gather, JASA 88, 1993). A level that changes and stays is left as it is. Where more than half of the values lie at
 * their neighbours' median nothing tells what is usual, and all stay.
 */
export function drawnIn(values: Float64Array): Float64Array {
  const middles = values.map((_, i) => medianAround(values, i));
  const distances = values.map((value, i) => Math.abs(value - (middles[i] as number)));
  const most = limit * ofMedian * quantile(distances.toSorted(), 0.5);
  if (!(most > 0)) return values.slice();
  return values.map((value, i) => {
    const middle = middles[i] as number;
    return Math.min(middle + most, Math.max(middle - most, value));
  });
}

function medianAround(values: Float64Array, i: number): number {
  const from = Math.max(0, Math.min(i - reach, values.length - 1 - 2 * reach));
  const around = values.slice(from, from + 2 * reach + 1).filter((_, k) => from + k !== i);
  return quantile(around.sort(), 0.5);
}
