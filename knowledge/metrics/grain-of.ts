import type { Grain, Period } from "#core/domain/series.ts";

const dayMs = 86_400_000;

/** The grain that gives a period a readable number of buckets: days up to 62 days, weeks up to 800, else months. */
export function grainOf({ from, to }: Period): Grain {
  const days = Math.round((to.getTime() - from.getTime()) / dayMs);
  if (days <= 62) return "day";
  return days <= 800 ? "week" : "month";
}

/** How many buckets later the same time of the next year is; days in whole weeks, so that weekdays meet. */
export const bucketsAYear: Record<Grain, number> = { day: 364, week: 52, month: 12 };
