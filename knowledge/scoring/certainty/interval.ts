import { type Calibration, calibratedVariance } from "./calibration.ts";

/** Won and lost leads that a model was trained on. */
export interface LabelCounts {
  won: number;
  lost: number;
}

/** The 95 % point of the standard normal distribution: two-sided 90 %. */
const z90 = 1.6449;

/**
 * Half the 90 % interval in calibrated log-odds: delta method over the model and its calibration, times a widening for
 * few labels.
 */
export function halfWidth(
  map: Calibration,
  { logOdds, variance }: { logOdds: number; variance: number },
  widening: number,
): number {
  return z90 * Math.sqrt(calibratedVariance(map, logOdds, variance)) * widening;
}

/**
 * How much wider an interval is than its formula says, because a penalty and a calibration chosen from few leads are
 * themselves guesses: 1 + 3 / √(leads of the rarer outcome), so 1.67 at twenty and 1.05 at four thousand.
 */
export function wideningFor({ won, lost }: LabelCounts): number {
  return 1 + 3 / Math.sqrt(Math.max(1, Math.min(won, lost)));
}
