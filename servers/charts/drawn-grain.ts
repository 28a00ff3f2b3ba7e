const weekMs = 7 * 86_400_000;

/**
 * What the counts of a series are counted over, told from its buckets' first days: a run by the day shows weeks where it tells levels by the
 * week. The view's script holds this file too, so it imports nothing.
 */
export function drawnGrain(days: readonly string[], grain: string): string {
  const moments = days.map((day) => Date.parse(day));
  const widest = Math.max(...moments.slice(1).map((moment, i) => moment - (moments[i] ?? moment)));
  return grain === "day" && widest >= weekMs ? "week" : grain;
}
