/** The 90 % quantile of the normal distribution, two-sided. */
const z = 1.6449;

/** The 90 % interval of a share of `n` trials (Wilson 1927); null without trials or where the share is none. */
export function rateInterval(share: number, n: number): { low: number; high: number } | null {
  if (!(n > 0 && share >= 0 && share <= 1)) return null;
  const spread = (z * z) / n;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (z / (1 + spread)) * Math.sqrt((share * (1 - share)) / n + spread / (4 * n));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
