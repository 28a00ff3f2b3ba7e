import { gammaln } from "simple-statistics";

/**
 * Regularised incomplete beta function I_x(a, b): the share of a beta distribution below x. Continued fraction by Lentz's
 * method (Abramowitz & Stegun 26.5.8), precise in both tails.
 * @param a above 0.
 * @param b above 0.
 * @param x 0–1.
 */
export function betaShare(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges quickly only below the mean; above it the other tail is taken.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(b, a, 1 - x);
  const front = a * Math.log(x) + b * Math.log1p(-x) + gammaln(a + b) - gammaln(a) - gammaln(b);
  return (Math.exp(front) / a) * fraction(a, b, x);
}

const smallest = 1e-300;

function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let product = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    product *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    product *= d * c;
    if (Math.abs(d * c - 1) < 1e-14) break;
  }
  return product;
}

function away(value: number): number {
  return Math.abs(value) < smallest ? smallest : value;
}
