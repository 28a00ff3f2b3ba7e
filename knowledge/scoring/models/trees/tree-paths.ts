import { childrenOf, type Tree } from "./tree.ts";

/** What one column asks on the way to a leaf; conditions on the same column are taken together. */
export interface Condition {
  /** Place of the column among the tree's own ones. */
  slot: number;
  /** The splits that ask, as bits, and their answers on this way: 1 for left. */
  splits: number;
  answers: number;
  /** Share of the training rows that would pass, were this column not looked at: the product of the shares at its splits. */
  share: number;
}

/** A tree as its ways from root to leaf. */
export interface TreePaths {
  /** The columns that the tree asks about, each once. */
  columns: readonly number[];
  /** By leaf. */
  conditions: readonly (readonly Condition[])[];
  /** The mean value over the training rows. */
  expected: number;
}

/** Takes a tree apart into its paths. */
export function pathsOf(tree: Tree): TreePaths {
  const columns = [...new Set(tree.columns)];
  const children = childrenOf(tree);
  const rows = rowsBelow(tree, children);
  const conditions: Condition[][] = [];
  const walk = (node: number, path: readonly Condition[]) => {
    if (node < 0) {
      conditions[~node] = [...path];
      return;
    }
    const slot = columns.indexOf(tree.columns[node] as number);
    for (const side of [0, 1]) {
      const child = children[2 * node + side] as number;
      const share = rows(child) / rows(node);
      walk(child, extend(path, { slot, splits: 1 << node, answers: side === 0 ? 1 << node : 0, share }));
    }
  };
  if (tree.parted.length > 0) walk(0, []);
  const all = tree.rows.reduce((sum, n) => sum + n, 0);
  const expected = tree.values.reduce(
    (sum, value, leaf) => sum + (value * (tree.rows[leaf] as number)) / all,
    0,
  );
  return { columns, conditions, expected };
}

function extend(path: readonly Condition[], next: Condition): Condition[] {
  const same = path.find(({ slot }) => slot === next.slot);
  if (!same) return [...path, next];
  const both = {
    slot: next.slot,
    splits: same.splits | next.splits,
    answers: same.answers | next.answers,
    share: same.share * next.share,
  };
  return path.map((condition) => (condition === same ? both : condition));
}

function rowsBelow(tree: Tree, children: Int16Array): (node: number) => number {
  const counts = new Float64Array(tree.parted.length);
  const rows = (node: number) => (node < 0 ? (tree.rows[~node] as number) : (counts[node] as number));
  // A split's children have higher numbers than itself.
  for (let split = counts.length - 1; split >= 0; split--) {
    counts[split] = rows(children[2 * split] as number) + rows(children[2 * split + 1] as number);
  }
  return rows;
}
