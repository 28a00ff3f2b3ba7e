/** Residuals beyond so many deviations count as if they were there. */
const cut = 2.5;
/** What that leaves of the variance of normal residuals: E min(z², cut²). */
const left = 0.9651;

/**
 * Variance of residuals about 0 that a few spikes cannot move: squares beyond 2.5 deviations are drawn in (Huber's
 * proposal 2 for scale, Robust Statistics, 1981). When more than half of the residuals are the same, the plain variance:
 * nothing tells then what is usual.
 */
export function robustVariance(residuals: ArrayLike<number>): number {
  const squares = Float64Array.from(residuals, (value) => value * value);
  const n = squares.length;
  const plain = squares.reduce((sum, square) => sum + square, 0) / Math.max(1, n);
  if (mostFrequent(residuals) > n / 2) return plain;
  let variance = plain;
  for (let i = 0; i < 50; i++) {
    const limit = cut * cut * variance;
    const next = squares.reduce((sum, square) => sum + Math.min(square, limit), 0) / n / left;
    if (Math.abs(next - variance) <= 1e-9 * variance) break;
    variance = next;
  }
  return variance;
}

function mostFrequent(values: ArrayLike<number>): number {
  const counts = new Map<string, number>();
  let most = 0;
  for (let i = 0; i < values.length; i++) {
    const key = (values[i] as number).toPrecision(9);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    most = Math.max(most, count);
  }
  return most;
}
