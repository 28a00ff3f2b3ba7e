import { studentTwoSided, studentWithin } from "../distributions/two-sided.ts";
import type { KnownSeries } from "../layout.ts";
import type { Anomaly } from "./anomaly.ts";
import { expectedLevel } from "./expected-level.ts";
import { robustVariance } from "./robust-variance.ts";

/**
 * Degrees of freedom of the tail: rates and durations stray further than normal numbers, since each bucket rests on
 * another number of events.
 */
const freedom = 4;

/**
 * Measures such as rates and durations against Student's t distribution about their level. Where all are above 0 and
 * their upper half reaches further than the lower, as durations do, logarithms are taken.
 */
export function measureAnomalies(series: KnownSeries): Anomaly[] {
  const inLogs = isSkewed(series.values);
  const values = inLogs ? series.values.map(Math.log) : series.values;
  const back = inLogs ? Math.exp : (value: number) => value;
  const { expected, uncertainty } = expectedLevel({ ...series, values });
  const residuals = values.map(
    (value, i) => (value - (expected[i] as number)) / Math.sqrt(1 + (uncertainty[i] as number)),
  );
  const deviation = Math.sqrt(robustVariance(residuals));
  const negligible = 1e-9 * values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const within = studentWithin(0.9, freedom);
  return Array.from(series.values, (value, i) => {
    const middle = expected[i] as number;
    const wide = deviation * Math.sqrt(1 + (uncertainty[i] as number));
    return {
      at: series.times[i] as number,
      value,
      expected: back(middle),
      low: back(middle - within * wide),
      high: back(middle + within * wide),
      p: deviation > negligible ? studentTwoSided((residuals[i] as number) / deviation, freedom) : 1,
    };
  });
}

function isSkewed(values: Float64Array): boolean {
  const sorted = values.toSorted();
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number;
  const [low, middle, high] = [at(0.1), at(0.5), at(0.9)];
  return (sorted[0] as number) > 0 && high - middle > 1.5 * (middle - low);
}
