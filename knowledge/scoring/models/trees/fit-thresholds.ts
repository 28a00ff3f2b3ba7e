/**
 * Thresholds that part numbers into at most `most` + 1 bins: between all neighbours where there are few different values,
 * else at evenly spaced ranks, folding what falls together.
 * @param sorted ascending, finite.
 */
export function fitThresholds(sorted: Float64Array, most: number): number[] {
  const ends = runEnds(sorted);
  const thresholds: number[] = [];
  let next = 1;
  for (const end of ends) {
    if (end === sorted.length) break;
    // A run that reaches the next wanted rank closes a bin; a long run closes one for several ranks.
    if (ends.length - 1 > most && end * (most + 1) < next * sorted.length) continue;
    thresholds.push(shortestBetween(sorted[end - 1] as number, sorted[end] as number));
    next = Math.floor((end * (most + 1)) / sorted.length) + 1;
  }
  return thresholds;
}

/** Where each run of equal values ends. */
function runEnds(sorted: Float64Array): number[] {
  const ends: number[] = [];
  for (let i = 1; i <= sorted.length; i++)
    if (i === sorted.length || sorted[i] !== sorted[i - 1]) ends.push(i);
  return ends;
}

/** The number of fewest digits in low … high without high, near the middle: easy to read, and short in the artifact. */
function shortestBetween(low: number, high: number): number {
  const middle = low + (high - low) / 2;
  for (let digits = 1; digits < 17; digits++) {
    const short = Number(middle.toPrecision(digits));
    if (short >= low && short < high) return short;
  }
  return middle < high && middle >= low ? middle : low;
}
