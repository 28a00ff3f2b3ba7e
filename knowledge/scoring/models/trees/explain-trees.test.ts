import { expect, test } from "vitest";
import type { FeatureRow } from "../../features/feature.ts";
import { randomNumbers } from "../../training/synthetic-leads.ts";
import { type BinnedRows, binRows } from "./binned-rows.ts";
import { booster } from "./booster.ts";
import { defaultRules } from "./boosting-rules.ts";
import { explainTrees } from "./explain-trees.ts";
import { fitColumns } from "./fit-columns.ts";
import { nursery } from "./grow-tree.ts";
import { childrenOf, goesLeft, type Tree } from "./tree.ts";

/** Numbers and categories with gaps, of which the outcome depends in a tangled way. */
function randomLeads(seed: number): { rows: FeatureRow[]; labels: Uint8Array } {
  const random = randomNumbers(seed);
  const rows = Array.from({ length: 160 }, () => ({
    a: random() < 0.2 ? null : Math.floor(6 * random()),
    b: random() < 0.1 ? null : random(),
    c: random() < 0.1 ? null : "pqrst"[Math.floor(5 * random())],
    d: random() < 0.5,
  })) as FeatureRow[];
  const labels = Uint8Array.from(rows, ({ a, b, c, d }) => {
    const high = (a === null ? d : Number(a) > 2) !== (c === "q" || c === "t");
    return random() < (high ? 0.8 : 0.2) + (Number(b) > 0.6 && d ? 0.2 : 0) ? 1 : 0;
  });
  return { rows, labels };
}

/** What a tree says when only some columns are known: elsewhere both ways, as the training rows went. */
function meanOf(tree: Tree, table: BinnedRows, row: number, knownColumns: number): number {
  const children = childrenOf(tree);
  const sideOf = (split: number, r: number) => {
    const bin = table.bins[tree.columns[split] ?? 0]?.[r] ?? 0;
    return goesLeft(tree.left, split, bin) ? 0 : 1;
  };
  const walk = (node: number, members: readonly number[]): number => {
    if (node < 0) return tree.values[~node] ?? Number.NaN;
    const into = [0, 1].map((side) => members.filter((r) => sideOf(node, r) === side));
    const below = (side: number) => walk(children[2 * node + side] ?? 0, into[side] ?? []);
    if ((knownColumns >> (tree.columns[node] ?? 0)) & 1) return below(sideOf(node, row));
    const share = (into[0]?.length ?? 0) / members.length;
    return share * below(0) + (1 - share) * below(1);
  };
  return walk(0, [...Array(table.rows).keys()]);
}

/** Shapley's definition, by all subsets. */
function bruteForce(tree: Tree, table: BinnedRows, row: number): Float64Array {
  const count = table.columns.length;
  const worth = Array.from({ length: 1 << count }, (_, known) => meanOf(tree, table, row, known));
  return Float64Array.from({ length: count }, (_, own) => {
    let value = 0;
    for (let known = 0; known < 1 << count; known++) {
      if ((known >> own) & 1) continue;
      const size = [...known.toString(2)].filter((bit) => bit === "1").length;
      const weight = (factorial(size) * factorial(count - size - 1)) / factorial(count);
      value += weight * ((worth[known | (1 << own)] ?? 0) - (worth[known] ?? 0));
    }
    return value;
  });
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

// Eight leaves are looked up, twelve computed; both ask about four columns again and again.
test.each([
  [2, 1],
  [5, 2],
  [8, 3],
  [8, 4],
  [8, 5],
  [12, 6],
  [12, 7],
])("with %d leaves, Shapley values are those of all subsets (seed %d)", (leaves, seed) => {
  const { rows, labels } = randomLeads(seed);
  const { table } = binRows(rows, fitColumns(rows).columns);
  const rules = { ...defaultRules, leaves, leafWeight: 0.5, rate: 1 };
  const grown = booster(nursery(table, rules), labels, Int32Array.from(rows.keys()));
  for (let t = 0; t < 5; t++) grown.addTree();
  expect(Math.max(...grown.trees.map((tree) => tree.values.length))).toBe(leaves);
  let worst = 0;
  const explain = explainTrees(grown.trees);
  // Twice, because the second time most patterns have been met.
  for (const row of [3, 50, 90, 159, 3, 50]) {
    const bins = Uint8Array.from(table.bins, (own) => own[row] ?? 0);
    const found = new Float64Array(4);
    explain(bins, found);
    const expected = new Float64Array(4);
    for (const tree of grown.trees) {
      bruteForce(tree, table, row).forEach((value, c) => {
        expected[c] = (expected[c] ?? 0) + value;
      });
    }
    for (let c = 0; c < 4; c++) worst = Math.max(worst, Math.abs((found[c] ?? 0) - (expected[c] ?? 0)));
  }
  expect(worst).toBeLessThan(1e-12);
});
