import { normalQuantile } from "../../scoring/honesty/normal.ts";

/** A draw from Beta(a, b), a and b at least 1: the share of one gamma variate in two. */
export function randomBeta(a: number, b: number, random: () => number): number {
  const x = randomGamma(a, random);
  return x / (x + randomGamma(b, random));
}

/** Gamma variate of scale 1 for a shape of at least 1 (Marsaglia & Tsang, ACM Transactions on Mathematical Software 26, 2000). */
function randomGamma(shape: number, random: () => number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random())));
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(Math.max(1e-300, random())) < (x * x) / 2 + d - d * v + d * Math.log(v))
      return d * v;
  }
}
