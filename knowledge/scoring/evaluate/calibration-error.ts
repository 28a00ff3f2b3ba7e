import type { Judged } from "./auc.ts";

/**
 * Expected calibration error: the mean gap between predicted and observed rate over bins of equal width, weighed by
 * their leads (Naeini, Cooper & Hauskrecht, AAAI 2015). 0–1.
 */
export function calibrationError({ scores, labels }: Judged, bins = 15): number {
  const gaps = new Float64Array(bins);
  for (let i = 0; i < scores.length; i++) {
    const p = scores[i] as number;
    const bin = Math.min(bins - 1, Math.floor(p * bins));
    gaps[bin] = (gaps[bin] as number) + p - (labels[i] as number);
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / scores.length;
}
