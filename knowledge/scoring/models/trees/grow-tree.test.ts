import { expect, test } from "vitest";
import type { FeatureRow } from "../../features/feature.ts";
import { randomNumbers } from "../../training/synthetic-leads.ts";
import { binRows } from "./binned-rows.ts";
import { type BoostingRules, defaultRules } from "./boosting-rules.ts";
import { fitColumns } from "./fit-columns.ts";
import { gradientsOf, updateGradients } from "./gradients.ts";
import { growTree, nursery } from "./grow-tree.ts";
import { childrenOf, goesLeft } from "./tree.ts";

/** One tree from even odds, with what it was grown from. */
function grow(rows: FeatureRow[], labels: Uint8Array, more: Partial<BoostingRules> = {}) {
  const rules = { ...defaultRules, ...more };
  const { table } = binRows(rows, fitColumns(rows).columns);
  const gradients = gradientsOf(rows.length);
  const members = Int32Array.from(rows.keys());
  updateGradients(gradients, members, new Float64Array(rows.length).fill(1), labels);
  const tree = growTree(nursery(table, rules), members, gradients);
  return { tree, table, members, rules };
}

function noisy(seed: number, count = 400) {
  const random = randomNumbers(seed);
  const rows = Array.from({ length: count }, () => ({
    x: random() < 0.1 ? null : Math.floor(40 * random()),
    y: random(),
    c: "abcd"[Math.floor(4 * random())] ?? null,
  }));
  const labels = Uint8Array.from(rows, ({ x, c }) =>
    Number(random() < Number(x) / 60 + (c === "b" ? seed / 4 : 0)),
  );
  return { rows, labels };
}

test.each([1, 2, 3])("the first split gains more than every other set of rows (seed %d)", (seed) => {
  const { rows, labels } = noisy(seed);
  const { tree, table, rules } = grow(rows, labels, { leaves: 2, smoothing: 0 });
  // At even odds g is ½ for a lost lead and −½ for a won one, and h is ¼.
  const gain = (isLeft: (r: number) => boolean) => {
    const score = [true, false].map((side) => {
      const own = [...rows.keys()].filter((r) => isLeft(r) === side);
      const g = own.reduce((sum, r) => sum + 0.5 - (labels[r] ?? 0), 0);
      return own.length / 4 < rules.leafWeight
        ? Number.NEGATIVE_INFINITY
        : g ** 2 / (own.length / 4 + rules.l2);
    });
    return (score[0] ?? 0) + (score[1] ?? 0);
  };
  const found = gain((r) => goesLeft(tree.left, 0, table.bins[tree.columns[0] ?? 0]?.[r] ?? 0));
  const others: number[] = [];
  for (const { x, y } of rows) {
    for (const gap of [true, false])
      others.push(gain((r) => (rows[r]?.x == null ? gap : rows[r].x <= Number(x))));
    others.push(gain((r) => (rows[r]?.y ?? 0) <= y));
  }
  for (let set = 1; set < 15; set++) {
    others.push(gain((r) => ((set >> "abcd".indexOf(rows[r]?.c ?? "a")) & 1) === 1));
  }
  expect(found).toBeCloseTo(Math.max(...others), 6);
});

test.each<[string, Partial<BoostingRules>]>([
  ["eight leaves", {}],
  ["at most two splits deep", { depth: 2 }],
  ["of at least forty rows", { leafWeight: 10 }],
])("keeps to its limits: %s", (_, more) => {
  const { rows, labels } = noisy(2, 1000);
  const { tree, rules } = grow(rows, labels, more);
  expect(tree.leaves.length).toBe(Math.min(rules.leaves, 2 ** rules.depth));
  for (const { from, to, depth } of tree.leaves) {
    expect(to - from).toBeGreaterThanOrEqual(4 * rules.leafWeight);
    expect(depth).toBeLessThanOrEqual(rules.depth);
  }
});

test("each leaf holds the rows that its splits send there", () => {
  const { rows, labels } = noisy(1, 1000);
  const { tree, table, members } = grow(rows, labels);
  const children = childrenOf(tree);
  tree.leaves.forEach(({ from, to }, leaf) => {
    for (const r of members.subarray(from, to)) {
      let node = 0;
      while (node >= 0) {
        const bin = table.bins[tree.columns[node] ?? 0]?.[r] ?? 0;
        node = children[2 * node + (goesLeft(tree.left, node, bin) ? 0 : 1)] ?? -1;
      }
      expect(~node).toBe(leaf);
    }
  });
});

test("where nothing was missing, a missing value follows the heavier side", () => {
  const rows = Array.from({ length: 100 }, (_, x) => ({ x }));
  for (const [cut, goes] of [
    [30, false],
    [70, true],
  ] as const) {
    const { tree } = grow(
      rows,
      Uint8Array.from(rows, ({ x }) => Number(x >= cut)),
      { leaves: 2 },
    );
    expect(goesLeft(tree.left, 0, 100)).toBe(goes);
    expect(goesLeft(tree.left, 0, 0)).toBe(true);
  }
});
