import { robustVariance } from "./robust-variance.ts";

/** Counts with the means they are held against, place by place. */
export interface CountsAndMeans {
  values: Float64Array;
  /** Above 0. */
  means: Float64Array;
  /** Variance of each mean over that of a single value. */
  uncertainty: Float64Array;
}

/**
 * Variance over mean of counts, by their mean, from 1 on, as counts cannot be trusted to vary less than chance: the larger of one that is
 * the same for all, as where events come in bursts, and one that grows with the mean, as where levels differ from day to day. Single spikes
 * weigh little.
 */
export function countDispersion({ values, means, uncertainty }: CountsAndMeans): (mean: number) => number {
  const scaled = (growth: number) =>
    robustVariance(
      values.map((value, i) => {
        const mean = means[i] as number;
        const variance = mean * (1 + growth * mean) * (1 + (uncertainty[i] as number));
        return (value - mean) / Math.sqrt(variance);
      }),
    );
  const same = Math.max(1, scaled(0));
  if (same === 1) return () => 1;
  let low = 0;
  let high = 1;
  while (scaled(high) > 1 && high < 1e6) high *= 2;
  for (let i = 0; i < 14; i++) {
    const middle = (low + high) / 2;
    if (scaled(middle) > 1) low = middle;
    else high = middle;
  }
  return (mean) => Math.max(same, 1 + high * mean);
}
