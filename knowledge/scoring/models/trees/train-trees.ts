import type { Learned, Learner, Pause, TrainingTable } from "../learner.ts";
import { sigmoid } from "../moments.ts";
import { binRows } from "./binned-rows.ts";
import { boostedTrees } from "./boosted-trees.ts";
import { type Booster, booster } from "./booster.ts";
import { type BoostingRules, defaultRules } from "./boosting-rules.ts";
import { type ChosenTrees, chooseTrees } from "./choose-trees.ts";
import { fitColumns } from "./fit-columns.ts";
import { type Nursery, nursery } from "./grow-tree.ts";
import type { TreeColumn } from "./tree-column.ts";

/**
 * Trains gradient-boosted trees; their number is the one with the lowest out-of-fold log loss unless `settings.trees`
 * gives it. Features that no split asks about are not among the model's sources. The order of rows does not matter.
 */
export const trainTrees: Learner = (table, pause, settings) =>
  trainTreesBy(defaultRules, table, pause, settings);

/** `trainTrees` by other rules, for measurements. */
export async function trainTreesBy(
  rules: BoostingRules,
  { rows, labels, fold }: TrainingTable,
  pause: Pause,
  settings?: Readonly<Record<string, number>>,
): Promise<Learned> {
  const fitted = fitColumns(rows);
  await pause(0.05);
  const { table, dropped } = binRows(rows, fitted.columns);
  await pause(0.1);
  const room = nursery(table, rules);
  const chosen = await chooseOrTake(room, labels, fold, pause, settings?.trees);
  const grown = booster(room, labels, Int32Array.from(labels.keys()));
  for (let tree = 1; tree <= chosen.trees && grown.addTree(); tree++) {
    await pause(0.7 + (0.3 * tree) / chosen.trees);
  }
  const { columns, trees } = withoutUnused(table.columns, grown);
  const share = sigmoid(grown.base);
  const baseVariance = 1 / Math.max(1, rows.length * share * (1 - share));
  return {
    model: boostedTrees({ columns, trees, base: grown.base, baseVariance }),
    outOfFold: chosen.outOfFold,
    settings: { trees: chosen.trees },
    kinds: columns.map((column) => (column.kind === "number" && column.text ? "text length" : column.kind)),
    dropped: [...fitted.dropped, ...dropped].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

async function chooseOrTake(
  room: Nursery,
  labels: Uint8Array,
  fold: Uint8Array,
  pause: Pause,
  trees: number | undefined,
): Promise<ChosenTrees> {
  if (trees !== undefined) return { trees, outOfFold: new Float64Array(0) };
  return chooseTrees(room, labels, fold, (done) => pause(0.1 + 0.6 * done));
}

function withoutUnused(columns: readonly TreeColumn[], { trees }: Booster) {
  const used = [...new Set(trees.flatMap((tree) => [...tree.columns]))].sort((a, b) => a - b);
  return {
    columns: used.flatMap((c) => columns[c] ?? []),
    trees: trees.map((tree) => ({ ...tree, columns: tree.columns.map((c) => used.indexOf(c)) })),
  };
}
