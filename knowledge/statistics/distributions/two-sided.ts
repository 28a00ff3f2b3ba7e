import { betaShare } from "./beta-share.ts";
import { gammaTails } from "./gamma-tail.ts";

/** Chance that a standard normal number lies at least this far from 0. */
export function normalTwoSided(z: number): number {
  return Number.isFinite(z) ? gammaTails(0.5, (z * z) / 2).above : 0;
}

/**
 * Chance that a number of Student's t distribution lies at least this far from 0.
 * @param freedom degrees of freedom, above 0; need not be whole.
 */
export function studentTwoSided(t: number, freedom: number): number {
  if (!Number.isFinite(t)) return 0;
  return betaShare(freedom / 2, 0.5, freedom / (freedom + t * t));
}

/** Chance that a chi-squared number is at least this large. */
export function chiSquaredAbove(value: number, freedom: number): number {
  return gammaTails(freedom / 2, Math.max(0, value) / 2).above;
}

/** Chance that a number of the F distribution is at least this large. */
export function fisherAbove(value: number, above: number, below: number): number {
  if (!(value > 0)) return 1;
  return Number.isFinite(value) ? betaShare(below / 2, above / 2, below / (below + above * value)) : 0;
}

/** The distance from 0 that a number of Student's t distribution stays within with this chance, by bisection. */
export function studentWithin(chance: number, freedom: number): number {
  let low = 0;
  let high = 2;
  while (studentTwoSided(high, freedom) > 1 - chance && high < 1e9) high *= 2;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (studentTwoSided(middle, freedom) > 1 - chance) low = middle;
    else high = middle;
  }
  return high;
}
