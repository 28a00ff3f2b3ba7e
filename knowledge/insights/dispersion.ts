import type { SeriesPoint } from "#core/domain/series.ts";
import { levelOf } from "./levels.ts";

const leastPairs = 6;

/**
 * How much more a rate varies from bucket to bucket than independent trials would: the mean of squared standardised successive
 * differences over 2 (von Neumann, 1941, on Pearson residuals), so that a trend does not count as noise. At least 1.
 */
export function dispersionOf(points: readonly SeriesPoint[]): number {
  const known = points.filter(({ value, n }) => value !== null && n > 0);
  const rate = levelOf({ id: "", title: "", kind: "rate", better: null }, known);
  if (rate === null || rate <= 0 || rate >= 1) return 1;
  const residuals = known.map(({ n, hits }) => ((hits ?? 0) - n * rate) / Math.sqrt(n * rate * (1 - rate)));
  if (residuals.length <= leastPairs) return 1;
  const squares = residuals.slice(1).map((value, index) => (value - (residuals[index] ?? 0)) ** 2);
  return Math.max(1, squares.reduce((total, square) => total + square, 0) / (2 * squares.length));
}
