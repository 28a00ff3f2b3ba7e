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
  if (hasMajority(residuals)) return plain;
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

/**
 * Whether more than half of the values are the same, which those are that agree in nine digits: the only one that can be is found in one pass
 * (Boyer and Moore's majority vote, 1991), and counted.
 */
function hasMajority(values: ArrayLike<number>): boolean {
  let candidate = 0;
  let lead = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (lead === 0) candidate = value;
    lead += isSame(value, candidate) ? 1 : -1;
  }
  let votes = 0;
  for (let i = 0; i < values.length; i++) if (isSame(values[i] as number, candidate)) votes++;
  return votes > values.length / 2;
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}
