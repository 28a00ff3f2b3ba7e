import type { Pause } from "../learner.ts";
import type { BinnedRows } from "./binned-rows.ts";
import { type Booster, booster } from "./booster.ts";
import type { Nursery } from "./grow-tree.ts";
import { childrenOf, goesLeft, type Tree } from "./tree.ts";

/** How many trees do best on rows that they have not seen, and what they say of those. */
export interface ChosenTrees {
  trees: number;
  /** Log-odds of each row from trees that were grown on the other folds. */
  outOfFold: Float64Array;
}

/** The trees of all folds but one, and the rows of that one. */
interface FoldTrial {
  booster: Booster;
  held: Int32Array;
}

/**
 * Grows one booster a fold on the other folds, all at the same pace, and takes the number of trees at which the log loss
 * summed over all held-out rows is lowest; 0 when no tree beats the base rate.
 */
export async function chooseTrees(
  room: Nursery,
  labels: Uint8Array,
  fold: Uint8Array,
  pause: Pause,
): Promise<ChosenTrees> {
  const trials = trialsOf(room, labels, fold);
  const against = new Float64Array(labels.length);
  for (const { booster, held } of trials) for (const r of held) against[r] = Math.exp(-booster.base);
  let best = { trees: 0, against: against.slice(), loss: lossOf(against, labels) };
  const { trees, patience } = room.rules;
  for (let round = 1; round <= Math.min(trees, best.trees + patience); round++) {
    for (const trial of trials) {
      const tree = trial.booster.addTree();
      if (tree) addTo(against, tree, room.table, trial.held);
      await pause(round / trees);
    }
    const loss = lossOf(against, labels);
    if (loss < best.loss) best = { trees: round, against: against.slice(), loss };
  }
  return { trees: best.trees, outOfFold: best.against.map((odds) => -Math.log(odds)) };
}

function trialsOf(room: Nursery, labels: Uint8Array, fold: Uint8Array): FoldTrial[] {
  const rows = Int32Array.from(fold.keys());
  return [...new Set(fold)].sort().map((own) => {
    const others = rows.filter((r) => fold[r] !== own);
    return { booster: booster(room, labels, others), held: rows.filter((r) => fold[r] === own) };
  });
}

/** Σ −ln p of the won and −ln(1 − p) of the lost, in nats; products are taken before logarithms, which are slow. */
function lossOf(against: Float64Array, labels: Uint8Array): number {
  let loss = 0;
  let product = 1;
  for (let r = 0; r < labels.length; r++) {
    const odds = against[r] as number;
    product *= 1 + (labels[r] === 1 ? odds : 1 / odds);
    if (product > 1e100) {
      loss += Math.log(product);
      product = 1;
    }
  }
  return loss + Math.log(product);
}

function addTo(
  against: Float64Array,
  tree: Tree,
  { cells, columns, starts }: BinnedRows,
  members: Int32Array,
): void {
  const children = childrenOf(tree);
  const factors = tree.values.map((value) => Math.exp(-value));
  for (let k = 0; k < members.length; k++) {
    const r = members[k] as number;
    let node = 0;
    while (node >= 0) {
      const column = tree.columns[node] as number;
      const bin = (cells[r * columns.length + column] as number) - (starts[column] as number);
      node = children[2 * node + (goesLeft(tree.left, node, bin) ? 0 : 1)] as number;
    }
    against[r] = (against[r] as number) * (factors[~node] as number);
  }
}
