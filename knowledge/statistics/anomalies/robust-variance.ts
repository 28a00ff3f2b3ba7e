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
  const n = residuals.length;
  const squares = new Float64Array(n);
  let total = 0;
  for (let i = 0; i < n; i++) total += squares[i] = (residuals[i] as number) ** 2;
  const plain = total / Math.max(1, n);
  if (mostFrequent(residuals) > n / 2) return plain;
  let variance = plain;
  for (let i = 0; i < 50; i++) {
    const limit = cut * cut * variance;
    let drawnIn = 0;
    for (let k = 0; k < n; k++) drawnIn += Math.min(squares[k] as number, limit);
    const next = drawnIn / n / left;
    if (Math.abs(next - variance) <= 1e-6 * variance) break;
    variance = next;
  }
  return variance;
}

/** How often the most frequent value stands there; values that agree in nine digits are the same. */
function mostFrequent(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  let most = 0;
  for (let from = 0, i = 0; i < sorted.length; i++) {
    const [first, value] = [sorted[from] as number, sorted[i] as number];
    if (value - first > 1e-9 * Math.max(Math.abs(first), Math.abs(value))) from = i;
    most = Math.max(most, i - from + 1);
  }
  return most;
}
