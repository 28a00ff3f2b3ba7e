import { betaShare } from "./beta-share.ts";
import { gammaTails } from "./gamma-tail.ts";

/** A distribution of counts by its mean and its variance over its mean. */
export interface CountDistribution {
  /** From 0 on. */
  mean: number;
  /** Variance over mean, from 1 on: 1 is Poisson's, above it the negative binomial's. */
  dispersion: number;
}

/** Chance of at most so many, and of at least so many. */
export function countTails(
  { mean, dispersion }: CountDistribution,
  count: number,
): { atMost: number; atLeast: number } {
  if (mean <= 0) return { atMost: 1, atLeast: count <= 0 ? 1 : 0 };
  if (dispersion <= 1.0001) {
    return {
      atMost: gammaTails(count + 1, mean).above,
      atLeast: count <= 0 ? 1 : gammaTails(count, mean).below,
    };
  }
  const size = mean / (dispersion - 1);
  const chance = 1 / dispersion;
  return {
    atMost: betaShare(size, count + 1, chance),
    atLeast: count <= 0 ? 1 : betaShare(count, size, 1 - chance),
  };
}

/** The smallest count that a share of the distribution does not exceed. */
export function countQuantile(distribution: CountDistribution, share: number): number {
  const { mean, dispersion } = distribution;
  let low = -1;
  let high = Math.ceil(mean + 10 * Math.sqrt(mean * dispersion) + 10);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (countTails(distribution, middle).atMost >= share) high = middle;
    else low = middle;
  }
  return high;
}
