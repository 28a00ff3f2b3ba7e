import { addShapley } from "./shapley.ts";
import { goesLeft, type Tree } from "./tree.ts";
import { binWords } from "./tree-column.ts";
import { pathsOf, type TreePaths } from "./tree-paths.ts";

/** Up to so many splits, what a tree says for each pattern of their answers is worked out once and kept. */
const keptSplits = 7;

/** Adds each column's exact Shapley value for a row. @param bins of the row, by column. */
export type ExplainTrees = (bins: Uint8Array, contributions: Float64Array) => void;

/** All trees end to end, as one row needs them: scattered over many small arrays they would take four times as long. */
interface Shelf {
  trees: readonly Tree[];
  paths: readonly TreePaths[];
  /** First split of each tree, and the number of all splits. */
  splits: Int32Array;
  /** Column of each split, and its bins that go left. */
  columns: Uint16Array;
  left: Uint32Array;
  /** First slot of each tree, and the number of all slots; a slot is one of the tree's own columns. */
  slots: Int32Array;
  slotColumns: Uint16Array;
  /** First pattern of each tree, and its first Shapley value; a pattern has one value a slot. */
  patterns: Int32Array;
  tables: Int32Array;
  /** 1 for patterns that have been worked out. */
  ready: Uint8Array;
  values: Float64Array;
}

/**
 * Makes the function that explains rows. A tree's Shapley values depend on nothing but the answers of its splits, and a tree
 * of eight leaves has only 2⁷ patterns of answers: each is computed when first met and looked up ever after (after Yang,
 * Fast TreeSHAP v2, arXiv 2109.09847, with one table a tree in place of one a leaf).
 */
export function explainTrees(trees: readonly Tree[]): ExplainTrees {
  const shelf = shelve(trees);
  const { splits, slots, slotColumns, patterns, tables, ready, values } = shelf;
  return (bins, contributions) => {
    for (let t = 0; t + 1 < splits.length; t++) {
      const answers = answersOf(shelf, t, bins);
      const first = slots[t] as number;
      const width = (slots[t + 1] as number) - first;
      const kept = (splits[t + 1] as number) - (splits[t] as number) <= keptSplits;
      const pattern = kept ? answers : 0;
      const at = (tables[t] as number) + pattern * width;
      const place = (patterns[t] as number) + pattern;
      if (ready[place] === 0) {
        workOut(shelf, t, answers, at);
        ready[place] = kept ? 1 : 0;
      }
      for (let slot = 0; slot < width; slot++) {
        const column = slotColumns[first + slot] as number;
        contributions[column] = (contributions[column] as number) + (values[at + slot] as number);
      }
    }
  };
}

/** Which splits of a tree send the row left, as bits. */
function answersOf({ splits, columns, left }: Shelf, tree: number, bins: Uint8Array): number {
  const from = splits[tree] as number;
  const to = splits[tree + 1] as number;
  let answers = 0;
  for (let split = from; split < to; split++) {
    if (goesLeft(left, split, bins[columns[split] as number] as number)) answers |= 1 << (split - from);
  }
  return answers;
}

function workOut({ trees, paths, values }: Shelf, tree: number, answers: number, at: number): void {
  const [own, ways] = [trees[tree], paths[tree]];
  if (!own || !ways) return;
  values.fill(0, at, at + ways.columns.length);
  addShapley(ways, own.values, answers, values, at);
}

function shelve(trees: readonly Tree[]): Shelf {
  const paths = trees.map(pathsOf);
  const kept = trees.map(({ parted }) => (parted.length <= keptSplits ? 1 << parted.length : 1));
  const splits = ends(trees.map((tree) => tree.parted.length));
  const patterns = ends(kept);
  const tables = ends(paths.map(({ columns }, t) => columns.length * (kept[t] ?? 1)));
  const left = new Uint32Array((splits.at(-1) ?? 0) * binWords);
  trees.forEach((tree, t) => {
    left.set(tree.left, (splits[t] as number) * binWords);
  });
  return {
    trees,
    paths,
    splits,
    columns: Uint16Array.from(trees.flatMap((tree) => [...tree.columns])),
    left,
    slots: ends(paths.map(({ columns }) => columns.length)),
    slotColumns: Uint16Array.from(paths.flatMap(({ columns }) => columns)),
    patterns,
    tables,
    ready: new Uint8Array(patterns.at(-1) ?? 0),
    values: new Float64Array(tables.at(-1) ?? 0),
  };
}

/** Where each part starts when parts of these lengths stand end to end; the last number is the end. */
function ends(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  lengths.forEach((length, t) => {
    starts[t + 1] = (starts[t] as number) + length;
  });
  return starts;
}
