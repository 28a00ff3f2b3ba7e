const dayMs = 86_400_000;

/** What a finding's points are: its id, the first day of each, and the grain of its run. */
export interface DrawnPoints {
  id: string;
  days: readonly string[];
  grain: string;
}

/**
 * What the counts of a series are counted over, as "week" or "4 days": a run by the day shows weeks where it tells levels by the week, and days
 * in a row that stand out by their sums. The view's script holds this file too, so it imports nothing.
 */
export function drawnGrain({ id, days, grain }: DrawnPoints): string {
  const stretch = /:(\d)days$/.exec(id)?.[1];
  if (stretch !== undefined && stretch !== "7") return `${stretch} days`;
  const moments = days.map((day) => Date.parse(day));
  const widest = Math.max(...moments.slice(1).map((moment, i) => moment - (moments[i] ?? moment)));
  return grain === "day" && widest >= 7 * dayMs ? "week" : grain;
}
