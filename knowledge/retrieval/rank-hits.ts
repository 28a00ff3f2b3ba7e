import type { PassageHit } from "#core/domain/passage.ts";
import type { SearchRequest } from "#core/retrieval.ts";
import { analyse } from "./lexical/analyse.ts";

const dayMs = 86_400_000;

/** Above this share of common words two passages say the same. */
const sameAbove = 0.8;

/** Orders what was found as the request wants it: age, near-repetitions, and how many. */
export function rankHits(
  hits: readonly PassageHit[],
  { limit, recencyHalfLifeDays, diverse }: SearchRequest,
  now = new Date(),
): PassageHit[] {
  const aged = recencyHalfLifeDays === undefined ? [...hits] : byAge(hits, recencyHalfLifeDays, now);
  return (diverse ? withoutRepeats(aged, limit) : aged).slice(0, limit);
}

/** An article does not age: it holds until it is changed. */
function byAge(hits: readonly PassageHit[], halfLifeDays: number, now: Date): PassageHit[] {
  const weight = ({ kind, at }: PassageHit) =>
    kind === "article" ? 1 : 2 ** (-Math.max(0, now.getTime() - at.getTime()) / dayMs / halfLifeDays);
  return hits
    .map((hit) => ({ ...hit, score: hit.score * weight(hit) }))
    .sort((a, b) => b.score - a.score || a.no - b.no);
}

/** Jaccard similarity of their words decides; the better placed one stays. */
function withoutRepeats(hits: readonly PassageHit[], limit: number): PassageHit[] {
  const kept: { hit: PassageHit; words: Set<string> }[] = [];
  for (const hit of hits) {
    if (kept.length === limit) break;
    const words = new Set(analyse(hit.text).tokens);
    if (!kept.some((other) => similarity(words, other.words) > sameAbove)) kept.push({ hit, words });
  }
  return kept.map(({ hit }) => hit);
}

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 && b.size === 0) return 1;
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared);
}
