import type { PassageHit } from "#core/domain/passage.ts";
import type { DoneSearch } from "./state.ts";

/** As in the source; places near the top hardly differ. */
const smoothing = 60;

/**
 * Fuses all rounds' searches by weighted reciprocal rank: what several searches found rises. Scores are shares of the most possible.
 * Source: Cormack, Clarke and Büttcher, SIGIR 2009.
 */
export function fuseSearches(searches: readonly Pick<DoneSearch, "hits" | "weight">[]): PassageHit[] {
  const fused = new Map<number, PassageHit>();
  const most = searches.reduce((sum, { weight }) => sum + weight / (smoothing + 1), 0);
  for (const { hits, weight } of searches) {
    hits.forEach((hit, index) => {
      const known = fused.get(hit.no) ?? { ...hit, score: 0 };
      known.score += weight / (smoothing + index + 1) / most;
      fused.set(hit.no, known);
    });
  }
  return [...fused.values()].sort((a, b) => b.score - a.score || a.no - b.no);
}
