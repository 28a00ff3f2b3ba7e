import { pairedDifference } from "./mean-interval.ts";
import type { QueryMetrics } from "./metrics.ts";
import type { Difference, SetResult, System } from "./results.ts";

/** What each part of the search is compared with. */
const pairs: readonly (readonly [System, System])[] = [
  ["lexical", "reference BM25"],
  ["fused", "reference BM25"],
  ["fused", "lexical"],
  ["fused", "fused without names"],
  ["fused", "fused without fuzzy words"],
  ["fused", "fused, no neighbours indexed"],
  ["graph, 1 round", "fused"],
  ["graph, 3 rounds", "graph, 1 round"],
  ["graph, 3 rounds", "reference BM25"],
];

const metrics: readonly (keyof QueryMetrics)[] = ["ndcg10", "recall"];

/** All comparisons that a set's systems allow. */
export function compareSystems(set: SetResult): Difference[] {
  return pairs.flatMap(([ours, theirs]) =>
    metrics.flatMap((metric) => differenceOf(set, { ours, theirs, metric }) ?? []),
  );
}

/** One comparison; undefined when the set was not searched in both ways. */
export function differenceOf(
  set: SetResult,
  { ours, theirs, metric }: Pick<Difference, "ours" | "theirs" | "metric">,
): Difference | undefined {
  const values = (name: System) =>
    set.systems.find(({ system }) => system === name)?.queries.map((query) => query[metric]);
  const [of, than] = [values(ours), values(theirs)];
  return of && than && { set: set.name, metric, ours, theirs, difference: pairedDifference(of, than) };
}
