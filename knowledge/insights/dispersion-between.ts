import type { Grouping } from "#core/domain/series.ts";
import { sum } from "./levels.ts";

const leastN = 10;
const leastDimensions = 3;

/**
 * How much more a rate varies between groups than independent trials would, over all dimensions but the one in which it varies
 * most: contacts whose messages share a fate make groups differ in every dimension, while an effect is in one. Pearson's statistic
 * over its degrees of freedom; at least 1, and 1 under three dimensions.
 */
export function dispersionBetween(groupings: readonly Grouping[]): number {
  const spreads = groupings.flatMap(({ groups }) => {
    const usable = groups.filter(({ n }) => n >= leastN);
    const trials = sum(usable.map(({ n }) => n));
    const rate = sum(usable.map(({ hits = 0 }) => hits)) / trials;
    if (usable.length < 2 || !(rate > 0 && rate < 1)) return [];
    const statistic = sum(usable.map(({ hits = 0, n }) => (hits - n * rate) ** 2 / (n * rate * (1 - rate))));
    return [{ statistic, freedom: usable.length - 1 }];
  });
  if (spreads.length < leastDimensions) return 1;
  const rest = spreads.toSorted((a, b) => b.statistic / b.freedom - a.statistic / a.freedom).slice(1);
  return Math.max(1, sum(rest.map(({ statistic }) => statistic)) / sum(rest.map(({ freedom }) => freedom)));
}
