import { judgeRanking } from "./metrics.ts";
import type { System, SystemResult } from "./results.ts";
import type { RetrievalSet, SetQuery } from "./retrieval-set.ts";

/** Ranks documents for a query, best first, by the set's ids. */
export type Rank = (query: SetQuery) => Promise<readonly string[]> | readonly string[];

/** Asks a system all queries of a set, one after the other, and judges and times its answers. */
export async function measureSystem(
  system: System,
  { queries, k }: Pick<RetrievalSet, "queries" | "k">,
  rank: Rank,
): Promise<SystemResult> {
  const judged: SystemResult["queries"] = [];
  const times: number[] = [];
  for (const query of queries) {
    const started = performance.now();
    const ranking = await rank(query);
    times.push(performance.now() - started);
    judged.push(judgeRanking(ranking, query.relevant, k));
  }
  times.sort((a, b) => a - b);
  return { system, queries: judged, p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

/** Of sorted values, by nearest rank. NaN without any. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
