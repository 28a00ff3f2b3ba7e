import type { PassageHit } from "#core/domain/passage.ts";
import type { DoneSearch } from "./state.ts";

/**
 * Fuses all rounds' searches: a passage scores the weighted sum of what each search gave it, as a share of the most possible, so
 * that what several searches found rises. Scores, not ranks, for the reasons in decision 0014.
 */
export function fuseSearches(searches: readonly Pick<DoneSearch, "hits" | "weight">[]): PassageHit[] {
  const fused = new Map<number, PassageHit>();
  const most = searches.reduce((sum, { weight }) => sum + weight, 0);
  for (const { hits, weight } of searches) {
    for (const hit of hits) {
      const known = fused.get(hit.no) ?? { ...hit, score: 0 };
      known.score += (weight * hit.score) / most;
      fused.set(hit.no, known);
    }
  }
  return [...fused.values()].sort((a, b) => b.score - a.score || a.no - b.no);
}
