import { atLeast, type Figure, type Target } from "../../report/figure-table.ts";
import { differenceOf } from "./compare-systems.ts";
import { meanWithInterval } from "./mean-interval.ts";
import type { QueryMetrics } from "./metrics.ts";
import type { RetrievalResults, System } from "./results.ts";

/** The sets that something is demanded of. */
export const setFloors: Readonly<Record<string, (results: Pick<RetrievalResults, "sets">) => Figure[]>> = {
  scifact: (results) => [
    gain(results, { set: "scifact", metric: "ndcg10", ours: "lexical", theirs: "reference BM25" }, -0.01),
    gain(results, { set: "scifact", metric: "ndcg10", ours: "fused", theirs: "lexical" }, 0),
  ],
  tau2: (results) => [
    gain(results, { set: "tau2", metric: "recall", ours: "fused", theirs: "reference BM25" }, 0),
    gain(results, { set: "tau2", metric: "recall", ours: "graph, 3 rounds", theirs: "reference BM25" }, 0.04),
  ],
  dstc10: ({ sets }) => [
    figure(
      "dstc10: recall@5, fused",
      meanOf(sets, { set: "dstc10", system: "fused", metric: "recall" }),
      atLeast(0.7),
    ),
  ],
};

interface Compared {
  set: string;
  metric: keyof QueryMetrics;
  ours: System;
  theirs: System;
}

function gain({ sets }: Pick<RetrievalResults, "sets">, compared: Compared, least: number): Figure {
  const result = sets.find(({ name }) => name === compared.set);
  const found = result && differenceOf(result, compared);
  const metric = compared.metric === "recall" ? `recall@${result?.k ?? 10}` : "nDCG@10";
  const name = `${compared.set}: ${metric}, ${compared.ours} − ${compared.theirs}`;
  return figure(name, found?.difference.value, atLeast(least));
}

function meanOf(
  sets: RetrievalResults["sets"],
  { set, system, metric }: { set: string; system: System; metric: keyof QueryMetrics },
): number | undefined {
  const found = sets.find(({ name }) => name === set)?.systems.find((one) => one.system === system);
  return found && meanWithInterval(found.queries.map((query) => query[metric])).value;
}

function figure(name: string, value: number | undefined, target: Target): Figure {
  return { name, value: value ?? null, unit: "", target };
}
