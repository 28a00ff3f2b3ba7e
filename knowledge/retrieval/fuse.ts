/** One way of searching: its passages, best first, and how much its opinion counts. */
export interface Ranking {
  way: "lexical" | "vector" | "name";
  weight: number;
  nos: readonly number[];
}

export interface Fused {
  no: number;
  /** 0–1: 1 is first place in every ranking. */
  score: number;
  ranks: Partial<Record<Ranking["way"], number>>;
}

/** Places near the top hardly differ, as the source has it. */
const smoothing = 60;

/**
 * Weighted reciprocal rank fusion: a passage scores the sum of weight / (60 + rank) over the rankings that have it, as a share of the most
 * that is possible. Source: Cormack, Clarke and Büttcher, "Reciprocal rank fusion outperforms Condorcet and individual rank
 * learning methods", SIGIR 2009; the weights are ours.
 */
export function fuse(rankings: readonly Ranking[]): Fused[] {
  const fused = new Map<number, Fused>();
  const present = rankings.filter(({ nos }) => nos.length > 0);
  const most = present.reduce((sum, { weight }) => sum + weight / (smoothing + 1), 0);
  for (const { way, weight, nos } of present) {
    nos.forEach((no, index) => {
      const entry = fused.get(no) ?? { no, score: 0, ranks: {} };
      entry.score += weight / (smoothing + index + 1) / most;
      entry.ranks[way] = index + 1;
      fused.set(no, entry);
    });
  }
  return [...fused.values()].sort((a, b) => b.score - a.score || a.no - b.no);
}
