/** A passage and what one way of searching gives it; comparable within that way only. */
export interface Scored {
  no: number;
  score: number;
}

/** What each way of searching found, best first. */
export interface Findings {
  /** BM25, above 0. */
  lexical: readonly Scored[];
  /** Cosine similarity. */
  vector: readonly Scored[];
  /** Passages of names that were meant, 0–1. */
  named: ReadonlyMap<number, number>;
}

/** What each way counts against words. */
export interface FusionWeights {
  vector: number;
  name: number;
}

export interface Fused {
  no: number;
  /** 0–1: 1 is best in every way. */
  score: number;
  /** Places, from 1; absent where it was not found that way. */
  ranks: { lexical?: number; vector?: number; name?: number };
}

/**
 * Joins what was found by words and by vectors: a weighted sum of scores, each way's brought to 0–1 (words by their best, vectors
 * between their farthest and nearest). Names only raise what is found otherwise. Source: Bruch, Gai and Ingber, "An Analysis of Fusion
 * Functions for Hybrid Retrieval", TOIS 2023; why not by ranks stands in decision 0014.
 */
export function fuse({ lexical, vector, named }: Findings, weights: FusionWeights): Fused[] {
  const fused = new Map<number, Fused>();
  const entry = (no: number): Fused => {
    const known = fused.get(no) ?? { no, score: 0, ranks: {} };
    fused.set(no, known);
    return known;
  };
  const best = lexical[0]?.score ?? 1;
  lexical.forEach(({ no, score }, index) => {
    const found = entry(no);
    found.score += score / best;
    found.ranks.lexical = index + 1;
  });
  const near = toUnit(vector);
  vector.forEach(({ no }, index) => {
    const found = entry(no);
    found.score += weights.vector * (near[index] ?? 0);
    found.ranks.vector = index + 1;
  });
  for (const found of fused.values()) found.score += weights.name * (named.get(found.no) ?? 0);
  const most =
    (lexical.length > 0 ? 1 : 0) +
    (vector.length > 0 ? weights.vector : 0) +
    (named.size > 0 ? weights.name : 0);
  const ordered = [...fused.values()].sort((a, b) => b.score - a.score || a.no - b.no);
  let place = 0;
  for (const found of ordered) {
    found.score /= most;
    if (named.has(found.no)) found.ranks.name = ++place;
  }
  return ordered;
}

/** A single one is as near as any. */
function toUnit(scored: readonly Scored[]): number[] {
  const farthest = scored.at(-1)?.score ?? 0;
  const range = (scored[0]?.score ?? 0) - farthest;
  return scored.map(({ score }) => (range > 0 ? (score - farthest) / range : 1));
}
