import type { Grain } from "#core/domain/series.ts";

/** Days that are told day by day; of longer stretches levels are told by the week. */
const mostDays = 62;

/** What levels of counts are told in, and how many buckets that is. */
export function displayUnit(grain: Grain, buckets: number): { unit: Grain; times: number } {
  return grain === "day" && buckets > mostDays ? { unit: "week", times: 7 } : { unit: grain, times: 1 };
}
