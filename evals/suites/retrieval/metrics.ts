/** What is relevant to a query, by document: 1 or more; what is absent is not. */
export type Relevance = ReadonlyMap<string, number>;

/** One query's figures, each 0–1. */
export interface QueryMetrics {
  ndcg10: number;
  recall: number;
  mrr10: number;
}

/** How good a ranking of documents is; `k` is how many of its first count for recall. */
export function judgeRanking(ranking: readonly string[], relevant: Relevance, k: number): QueryMetrics {
  return {
    ndcg10: ndcg(ranking, relevant, 10),
    recall: recall(ranking, relevant, k),
    mrr10: reciprocalRank(ranking, relevant, 10),
  };
}

/**
 * Normalised discounted cumulative gain of the first k, with linear gains and log2 discounts, as trec_eval has it. Source: Järvelin and
 * Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM TOIS 2002. NaN when nothing is relevant.
 */
export function ndcg(ranking: readonly string[], relevant: Relevance, k: number): number {
  const gains = ranking.slice(0, k).map((id) => relevant.get(id) ?? 0);
  const ideal = [...relevant.values()].sort((a, b) => b - a).slice(0, k);
  return discounted(gains) / discounted(ideal);
}

/** The share of what is relevant that stands among the first k. NaN when nothing is relevant. */
export function recall(ranking: readonly string[], relevant: Relevance, k: number): number {
  const found = ranking.slice(0, k).filter((id) => relevant.has(id));
  return new Set(found).size / relevant.size;
}

/** 1 / the place of the first relevant document among the first k; 0 when there is none. */
export function reciprocalRank(ranking: readonly string[], relevant: Relevance, k: number): number {
  const place = ranking.slice(0, k).findIndex((id) => relevant.has(id));
  return place < 0 ? 0 : 1 / (place + 1);
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);
}
