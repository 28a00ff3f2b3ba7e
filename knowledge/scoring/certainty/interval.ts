import { type Calibration, calibratedVariance } from "./calibration.ts";

/** How far an interval goes beyond what its model's formula says. */
export interface Widening {
  /** Times the deviation by the formula. */
  factor: number;
  /** Variance of log-odds that the formula does not see, the same for every lead. */
  missed: number;
  /** Times the deviation by the formula, for that part of the error alone which other leads would have made otherwise. */
  spread: number;
}

/** What a training table says of its model's errors. */
export interface Evidence {
  /** Leads of the rarer outcome. */
  rarer: number;
  /** Differences between models of disjoint leads against their formula; 1 as foretold. See `measureSpread`. */
  spread: number;
  /** Variance of the out-of-fold log-odds over the leads. */
  told: number;
}

/** What a training table says where no model could tell its leads apart. */
export interface NoSignal {
  rarer: number;
  /** Share won, within 0–1. */
  baseRate: number;
  /** How much less the best model lost than the base rate, in nats a lead, and the standard error of that. */
  gain: number;
  error: number;
}

/** The 95 % point of the standard normal distribution: two-sided 90 %. */
const z90 = 1.6449;

/** Of a model that knows its own errors. */
export const noWidening: Widening = { factor: 1, missed: 0, spread: 1 };

/** Half the 90 % interval in calibrated log-odds: delta method over the model and its calibration, widened. */
export function halfWidth(
  map: Calibration,
  { logOdds, variance }: { logOdds: number; variance: number },
  { factor, missed }: Pick<Widening, "factor" | "missed">,
): number {
  return z90 * Math.sqrt(factor * factor * calibratedVariance(map, logOdds, variance) + missed);
}

/**
 * The widening of a model that tells leads apart. Its error has two parts. That which chance makes was measured, as the
 * spread. That which is the same on every table of this kind, because a penalty draws to nothing and a shape was not found
 * yet, no label shows (Wasserman, All of Nonparametric Statistics, 2006, ch. 5.7): it is taken to be in proportion to the first,
 * ever less with more leads, and never under (1 + variance told) / rarer. The constants .95, 9 and 1 were set so that
 * intervals hold 90 % of the true chances on the design worlds of evals/suites/interval-coverage; others judge them.
 */
export function wideningFor({ rarer, spread, told }: Evidence): Widening {
  return { factor: 0.95 * spread * (1 + 9 / Math.sqrt(rarer)), missed: (1 + told) / rarer, spread };
}

/**
 * The widening of the base rate, around which true chances lie where signal was too weak or too hidden to be found. Chances
 * whose log-odds have a small variance τ² gain about τ² p (1 − p) / 2 nats on their base rate (second-order expansion of the
 * entropy), so a gain allows τ² = 2 gain / (p (1 − p)). Of the one-sided 95 % bound of the gain that was measured, three times is
 * counted, as a model finds a part only of what there is, and to it come 5 / rarer for relations that no model looked for
 * with so few leads. Set as the constants of `wideningFor`.
 */
export function wideningWithoutSignal({ rarer, baseRate, gain, error }: NoSignal): Widening {
  const possible = Math.max(0, gain + z90 * error);
  return { ...noWidening, missed: (3 * 2 * possible) / (baseRate * (1 - baseRate)) + 5 / rarer };
}
