import { normalQuantile } from "../../scoring/honesty/normal.ts";
import { countQuantile, countTails } from "../distributions/count-tails.ts";
import { studentTwoSided } from "../distributions/two-sided.ts";
import type { KnownSeries } from "../layout.ts";
import type { Anomaly } from "./anomaly.ts";
import { countDispersion } from "./count-dispersion.ts";
import { expectedLevel } from "./expected-level.ts";

/**
 * Counts against the Poisson or, where they vary more than that, the negative binomial distribution about their level.
 * The level is found on the scale √(count + 3/8), on which counts of any size vary alike (Anscombe, Biometrika 35, 1948);
 * that it and the dispersion are only estimated widens the tail.
 */
export function countAnomalies(series: KnownSeries): Anomaly[] {
  const roots = series.values.map((count) => Math.sqrt(count + 0.375));
  const { expected: levels, uncertainty } = expectedLevel({ ...series, values: roots });
  const rough = levels.map((root) => Math.max(0.1, root * root - 0.125));
  const dispersionAt = countDispersion({ values: series.values, means: rough, uncertainty });
  return Array.from(series.values, (value, i) => {
    const dispersion = dispersionAt(rough[i] as number);
    // The mean of a count is above the square of its mean root, by a quarter of what its variance is of its mean.
    const mean = (rough[i] as number) + (dispersion - 1) / 4;
    const widened = dispersion * (1 + (uncertainty[i] as number));
    const distribution = { mean, dispersion: widened };
    const { atMost, atLeast } = countTails(distribution, value);
    return {
      at: series.times[i] as number,
      value,
      expected: mean,
      low: countQuantile(distribution, 0.05),
      high: countQuantile(distribution, 0.95),
      p: estimated(Math.min(1, 2 * Math.min(atMost, atLeast)), series.values.length),
    };
  });
}

/**
 * The p of a tail whose dispersion was estimated from so many values: that of Student's t where the normal distribution
 * would have the first.
 */
function estimated(p: number, values: number): number {
  if (p >= 1) return 1;
  const distance = -normalQuantile(Math.max(p, 1e-300) / 2);
  return studentTwoSided(distance, values - 2);
}
