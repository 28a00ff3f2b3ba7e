import { calibrationError } from "./calibration-error.ts";
import { seededRandom } from "./seeded-random.ts";

/** The calibration error that chance alone makes. */
export interface CalibrationFloor {
  mean: number;
  /** 95 % of perfectly calibrated models show less. */
  high: number;
}

/**
 * What a perfectly calibrated model with these probabilities would show as its calibration error (ECE): outcomes are drawn
 * from the probabilities, so that all error is chance (consistency resampling: Bröcker & Smith, Weather and Forecasting 22,
 * 2007). An ECE means something only beside it: on few leads it is far from 0.
 */
export function calibrationFloor(
  scores: Float64Array,
  { bins = 15, draws = 500, seed = 1 }: { bins?: number; draws?: number; seed?: number } = {},
): CalibrationFloor {
  const random = seededRandom(seed);
  const labels = new Uint8Array(scores.length);
  const errors = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < labels.length; i++) labels[i] = random() < (scores[i] as number) ? 1 : 0;
    errors[draw] = calibrationError({ scores, labels }, bins);
  }
  errors.sort();
  return {
    mean: errors.reduce((sum, error) => sum + error, 0) / draws,
    high: errors[Math.ceil(0.95 * draws) - 1] ?? 0,
  };
}
