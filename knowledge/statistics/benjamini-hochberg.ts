/**
 * q values that hold the share of false discoveries, in the order of the p values given (Benjamini & Hochberg, JRSS B 57,
 * 1995): the smallest rate at which each would still be a discovery.
 * @param ps 0–1 each; what is not a number counts as 1.
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const order = ps.map((p, i) => ({ i, p: p >= 0 ? Math.min(1, p) : 1 })).sort((a, b) => b.p - a.p);
  const qs = new Array<number>(ps.length).fill(1);
  let least = 1;
  for (const [rank, { i, p }] of order.entries()) {
    least = Math.min(least, (p * ps.length) / (ps.length - rank));
    qs[i] = least;
  }
  return qs;
}
