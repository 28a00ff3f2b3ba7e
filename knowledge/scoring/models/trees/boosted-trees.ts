import { z } from "zod";
import type { FeatureRow } from "../../features/feature.ts";
import type { Prediction, ScoringModel } from "../scoring-model.ts";
import { type ExplainTrees, explainTrees } from "./explain-trees.ts";
import { packedTrees, packTrees, unpackTrees } from "./packed-trees.ts";
import { childrenOf, goesLeft, type Tree } from "./tree.ts";
import { binReader, knownBins, type TreeColumn, treeColumn } from "./tree-column.ts";
import { pathsOf } from "./tree-paths.ts";

/** Fitted boosted trees. */
export interface BoostedParameters {
  /** Those that at least one split asks about. */
  columns: readonly TreeColumn[];
  /** Log-odds of the training rows' base rate, and their variance. */
  base: number;
  baseVariance: number;
  trees: readonly Tree[];
}

const serialised = z.object({
  columns: z.array(treeColumn),
  base: z.number(),
  baseVariance: z.number().min(0),
  trees: packedTrees,
});

/**
 * The model of fitted trees. Contributions are exact path-dependent Shapley values of the log-odds. The variance is the sum
 * of what each step was uncertain by, as if the trees' leaves were independent: to be compared between leads, and scaled
 * before it is used as an interval.
 */
export function boostedTrees(parameters: BoostedParameters): ScoringModel {
  const { columns, base, baseVariance, trees } = parameters;
  const baseLogOdds = trees.reduce((sum, tree) => sum + pathsOf(tree).expected, base);
  return {
    kind: "boosted-trees",
    sources: columns.map((column) => column.source),
    baseLogOdds,
    predict: predictor(parameters),
    serialise: () => ({ columns, base, baseVariance, trees: packTrees(trees) }),
  };
}

/** Reads what `serialise` wrote. @throws ZodError or RangeError when it is something else. */
export function loadBoostedTrees(json: unknown): ScoringModel {
  const { trees, ...rest } = serialised.parse(json);
  return boostedTrees({ ...rest, trees: unpackTrees(trees, rest.columns.length) });
}

function predictor({ columns, base, baseVariance, trees }: BoostedParameters) {
  const readers = columns.map(binReader);
  const knownUpTo = columns.map(knownBins);
  const forest = trees.map((tree) => ({ ...tree, children: childrenOf(tree) }));
  const bins = new Uint8Array(columns.length);
  let explainer: ExplainTrees | undefined;
  return (row: FeatureRow, explain = true): Prediction => {
    const known = new Uint8Array(columns.length);
    for (let c = 0; c < bins.length; c++) {
      const bin = readers[c]?.(row) ?? 0;
      bins[c] = bin;
      known[c] = bin < (knownUpTo[c] as number) ? 1 : 0;
    }
    let logOdds = base;
    let variance = baseVariance;
    for (const tree of forest) {
      const leaf = leafOf(tree, tree.children, bins);
      logOdds += tree.values[leaf] as number;
      variance += tree.variances[leaf] as number;
    }
    const contributions = new Float64Array(explain ? columns.length : 0);
    if (explain) {
      explainer ??= explainTrees(trees);
      explainer(bins, contributions);
    }
    return { logOdds, variance, contributions, known };
  };
}

function leafOf({ columns, left }: Tree, children: Int16Array, bins: Uint8Array): number {
  let node = 0;
  while (node >= 0) {
    const bin = bins[columns[node] as number] as number;
    node = children[2 * node + (goesLeft(left, node, bin) ? 0 : 1)] as number;
  }
  return ~node;
}
