import type { Grain, Period } from "#core/domain/series.ts";

const dayMs = 86_400_000;

/**
 * The buckets in which a period is analysed: days up to 400 days, weeks up to 2,000, else months. Finer than a reader would want
 * them, because a test that sees days tells more than one that sees weeks; texts and pictures join them again.
 */
export function runGrain({ from, to }: Period): Grain {
  const days = Math.round((to.getTime() - from.getTime()) / dayMs);
  if (days <= 400) return "day";
  return days <= 2_000 ? "week" : "month";
}
