import { gammaln } from "simple-statistics";

/**
 * Both regularised incomplete gamma functions, P(a, x) below and Q(a, x) above, each precise where it is small
 * (series and continued fraction: Abramowitz & Stegun 6.5.29 and 6.5.31).
 * @param a above 0.
 * @param x from 0 on.
 */
export function gammaTails(a: number, x: number): { below: number; above: number } {
  if (x <= 0) return { below: 0, above: 1 };
  const front = Math.exp(a * Math.log(x) - x - gammaln(a));
  if (x < a + 1) {
    const below = front * series(a, x);
    return { below, above: 1 - below };
  }
  const above = front * fraction(a, x);
  return { below: 1 - above, above };
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k < 10_000 && term > sum * 1e-16; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let product = d;
  for (let k = 1; k < 10_000; k++) {
    const step = -k * (k - a);
    b += 2;
    d = 1 / (step * d + b || 1e-300);
    c = b + step / c || 1e-300;
    product *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return product;
}
