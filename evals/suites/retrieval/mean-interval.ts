import { seededRandom } from "#knowledge/scoring/evaluate/seeded-random.ts";

/** A mean with its 95 % interval. */
export interface Mean {
  value: number;
  low: number;
  high: number;
}

const draws = 2_000;

/**
 * The mean of one figure a query, with the 2.5 % and 97.5 % points over queries drawn with replacement (percentile bootstrap: Efron &
 * Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13). NaN without queries.
 */
export function meanWithInterval(values: readonly number[]): Mean {
  const random = seededRandom(1);
  const means = Array.from({ length: draws }, () => mean(resample(values, random))).sort((a, b) => a - b);
  const at = (share: number) => means[Math.round(share * (draws - 1))] ?? Number.NaN;
  return { value: mean(values), low: at(0.025), high: at(0.975) };
}

/**
 * The mean difference between two systems over the same queries, with its interval: narrower than two intervals side by side, because
 * a hard query is hard for both. @throws RangeError when they did not answer the same number of queries.
 */
export function pairedDifference(ours: readonly number[], theirs: readonly number[]): Mean {
  if (ours.length !== theirs.length) throw new RangeError("paired systems answer the same queries");
  return meanWithInterval(ours.map((value, query) => value - (theirs[query] ?? Number.NaN)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function resample(values: readonly number[], random: () => number): number[] {
  return values.map(() => values[Math.floor(random() * values.length)] ?? Number.NaN);
}
