import { logit } from "../moments.ts";
import type { BoostingRules } from "./boosting-rules.ts";
import { type Gradients, gradientsOf, updateGradients } from "./gradients.ts";
import { type Grown, growTree, type Nursery } from "./grow-tree.ts";
import type { Tree } from "./tree.ts";

/** Trees that grow one after another on the same rows. */
export interface Booster {
  /** Log-odds before the first tree: those of the base rate. */
  base: number;
  trees: Tree[];
  /** Fits one more tree to what the trees so far got wrong; undefined, now and ever after, when nothing is left to learn. */
  addTree(): Tree | undefined;
}

/**
 * Starts second-order gradient boosting of the log loss (Chen & Guestrin, KDD 2016) with trees grown leaf by leaf on
 * histograms (Ke et al., NeurIPS 2017).
 * @param labels by row of the table.
 * @param members the rows to learn from, ascending.
 */
export function booster(room: Nursery, labels: Uint8Array, members: Int32Array): Booster {
  const base = baseLogOdds(labels, members);
  const against = new Float64Array(room.table.rows).fill(Math.exp(-base));
  const gradients = gradientsOf(room.table.rows);
  const order = Int32Array.from(members);
  const trees: Tree[] = [];
  let exhausted = false;
  const addTree = () => {
    if (exhausted) return undefined;
    updateGradients(gradients, members, against, labels);
    order.set(members);
    const { leaves, ...grown } = growTree(room, order, gradients);
    exhausted = grown.parted.length === 0;
    if (exhausted) return undefined;
    const tree = { ...grown, ...takeSteps(leaves, { order, gradients, against, rules: room.rules }) };
    trees.push(tree);
    return tree;
  };
  return { base, trees, addTree };
}

interface Progress {
  rules: BoostingRules;
  /** Rows in the order of the leaves. */
  order: Int32Array;
  gradients: Gradients;
  against: Float64Array;
}

/** Gives each leaf its penalised Newton step, shortened by the learning rate, and moves its rows by it. */
function takeSteps(
  leaves: Grown["leaves"],
  { rules, order, gradients, against }: Progress,
): Pick<Tree, "values" | "rows" | "variances"> {
  const { l2, rate } = rules;
  const values = new Float64Array(leaves.length);
  const rows = new Uint32Array(leaves.length);
  const variances = new Float32Array(leaves.length);
  leaves.forEach(({ from, to }, leaf) => {
    const own = order.subarray(from, to);
    const { g, h } = sumsOf(own, gradients);
    const step = (-rate * g) / (h + l2);
    const factor = Math.exp(-step);
    for (let k = 0; k < own.length; k++) {
      const r = own[k] as number;
      against[r] = (against[r] as number) * factor;
    }
    values[leaf] = step;
    rows[leaf] = own.length;
    variances[leaf] = (rate * rate * h) / ((h + l2) * (h + l2));
  });
  return { values, rows, variances };
}

/** Log-odds of the share won among some rows, half a lead away from certainty at least. */
function baseLogOdds(labels: Uint8Array, members: Int32Array): number {
  if (members.length === 0) return 0;
  let won = 0;
  for (const r of members) won += labels[r] as number;
  return logit(Math.min(members.length - 0.5, Math.max(0.5, won)) / members.length);
}

function sumsOf(members: Int32Array, gradients: Gradients): { g: number; h: number } {
  let g = 0;
  let h = 0;
  for (let k = 0; k < members.length; k++) {
    const r = members[k] as number;
    g += gradients.g[r] as number;
    h += gradients.h[r] as number;
  }
  return { g, h };
}
