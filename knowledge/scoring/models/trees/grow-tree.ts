import type { BinnedRows } from "./binned-rows.ts";
import type { BoostingRules } from "./boosting-rules.ts";
import { findSplit, type Split } from "./find-split.ts";
import type { Gradients } from "./gradients.ts";
import { buildHistogram, emptyHistogram, type Histogram, subtractHistogram } from "./histogram.ts";
import { partitionRows } from "./partition-rows.ts";
import type { Tree } from "./tree.ts";
import { binWords } from "./tree-column.ts";

/** What all trees of a table share: the rows, how to grow, and room that is used again and again. */
export interface Nursery {
  table: BinnedRows;
  rules: BoostingRules;
  /** Histograms that no node needs at the moment. */
  spare: Histogram[];
  /** All 0 between two uses. */
  sums: Float64Array;
  moved: Int32Array;
}

/** Room to grow trees on a table. */
export function nursery(table: BinnedRows, rules: BoostingRules): Nursery {
  const bins = table.starts[table.columns.length] as number;
  return { table, rules, spare: [], sums: new Float64Array(bins), moved: new Int32Array(table.rows) };
}

/** A leaf that may yet be parted; its rows stand at from … to of the tree's rows. */
export interface Leaf {
  from: number;
  to: number;
  depth: number;
  histogram: Histogram | undefined;
  best: Split | undefined;
}

/** The shape of a new tree, and its leaves by number. */
export type Grown = Pick<Tree, "parted" | "columns" | "left"> & { leaves: readonly Leaf[] };

/**
 * Grows one tree by always parting the leaf that gains most.
 * @param members the rows to learn from; put in the order of the leaves.
 */
export function growTree(room: Nursery, members: Int32Array, gradients: Gradients): Grown {
  const splits: Split[] = [];
  const parted: number[] = [];
  const root = { from: 0, to: members.length, depth: 0, histogram: undefined, best: undefined };
  const leaves: Leaf[] = [root];
  if (room.table.columns.length > 0) {
    measure(room, root, members, gradients);
    search(room, root);
  }
  while (leaves.length < room.rules.leaves) {
    const number = mostPromising(leaves);
    const leaf = leaves[number];
    if (leaf?.best === undefined) break;
    splits.push(leaf.best);
    parted.push(number);
    const sides = part(room, leaf, members);
    [leaves[number], leaves[leaves.length]] = sides;
    if (leaves.length < room.rules.leaves) prepare(room, leaf, sides, members, gradients);
    else release(room, leaf);
  }
  for (const leaf of leaves) release(room, leaf);
  const left = new Uint32Array(splits.length * binWords);
  splits.forEach((split, s) => {
    left.set(split.left, s * binWords);
  });
  const columns = Uint16Array.from(splits, (split) => split.column);
  return { parted: Uint8Array.from(parted), columns, left, leaves };
}

function mostPromising(leaves: readonly Leaf[]): number {
  let best = 0;
  leaves.forEach((leaf, number) => {
    if ((leaf.best?.gain ?? 0) > (leaves[best]?.best?.gain ?? 0)) best = number;
  });
  return best;
}

function part({ table, moved }: Nursery, leaf: Leaf, members: Int32Array): [Leaf, Leaf] {
  const { from, to, best } = leaf;
  if (best === undefined) throw new RangeError("a leaf without a split cannot be parted");
  const middle = from + partitionRows(members.subarray(from, to), table, best, moved);
  const side = { depth: leaf.depth + 1, histogram: undefined, best: undefined };
  return [
    { ...side, from, to: middle },
    { ...side, from: middle, to },
  ];
}

/** Finds the sides' own best splits. Only the smaller side is summed; the parent's histogram without it is the other's. */
function prepare(
  room: Nursery,
  parent: Leaf,
  [left, right]: [Leaf, Leaf],
  members: Int32Array,
  gradients: Gradients,
): void {
  const whole = parent.histogram;
  parent.histogram = undefined;
  if (whole === undefined) return;
  const [small, large] = left.to - left.from <= right.to - right.from ? [left, right] : [right, left];
  large.histogram = whole;
  // Deeper paths than allowed need no histograms.
  if (left.depth < room.rules.depth) {
    const part = measure(room, small, members, gradients);
    subtractHistogram(whole, part);
    search(room, small);
    search(room, large);
  }
}

function measure(room: Nursery, leaf: Leaf, members: Int32Array, { packed }: Gradients): Histogram {
  const histogram = room.spare.pop() ?? emptyHistogram(room.sums.length);
  buildHistogram(histogram, room.table, members.subarray(leaf.from, leaf.to), packed, room.sums);
  leaf.histogram = histogram;
  return histogram;
}

/** A leaf that cannot be parted gives its histogram back. */
function search(room: Nursery, leaf: Leaf): void {
  if (leaf.histogram) leaf.best = findSplit(room.table, leaf.histogram, room.rules);
  if (leaf.best === undefined) release(room, leaf);
}

function release(room: Nursery, leaf: Leaf): void {
  if (leaf.histogram) room.spare.push(leaf.histogram);
  leaf.histogram = undefined;
}
