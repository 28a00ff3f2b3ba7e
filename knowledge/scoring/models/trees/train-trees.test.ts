import { describe, expect, test } from "vitest";
import { evaluate } from "../../evaluate/evaluate.ts";
import type { FeatureRow, FeatureValue } from "../../features/feature.ts";
import { stableHash } from "../../stable-hash.ts";
import { randomNumbers } from "../../training/synthetic-leads.ts";
import type { TrainingTable } from "../learner.ts";
import { sigmoid } from "../moments.ts";
import { trainTrees } from "./train-trees.ts";

/** A table of one outcome by row, dealt over folds. */
function tableOf(rows: FeatureRow[], won: (row: FeatureRow, i: number) => boolean, folds = 3): TrainingTable {
  return {
    rows,
    labels: Uint8Array.from(rows, (row, i) => Number(won(row, i))),
    fold: Uint8Array.from(rows, (_, i) => i % folds),
  };
}

const noPause = async () => {};

function tangled(count: number, seed = 1): TrainingTable {
  const random = randomNumbers(seed);
  const rows = Array.from({ length: count }, () => ({
    x: random(),
    y: random(),
    z: random() < 0.2 ? null : random(),
    c: "abcdef"[Math.floor(6 * random())] ?? "a",
  }));
  return tableOf(rows, ({ x, y }) => random() < (Number(x) > 0.5 !== Number(y) > 0.5 ? 0.8 : 0.2));
}

const judge = (scores: Float64Array, labels: Uint8Array) => evaluate({ scores: scores.map(sigmoid), labels });

test("learns what two features say only together", async () => {
  const learned = await trainTrees(tangled(3000), noPause);
  const fresh = tangled(2000, 2);
  const scores = Float64Array.from(fresh.rows, (row) => learned.model.predict(row, false).logOdds);
  expect(judge(scores, fresh.labels)?.auc).toBeGreaterThan(0.77);
});

test("out-of-fold log-odds are as good as those of new leads, and worse than those of leads learnt by heart", async () => {
  const table = tangled(3000);
  const { model, outOfFold } = await trainTrees(table, noPause);
  const fresh = tangled(6000, 2);
  const lossOn = ({ rows, labels }: TrainingTable) =>
    judge(
      Float64Array.from(rows, (row) => model.predict(row, false).logOdds),
      labels,
    )?.logLoss ?? 0;
  const loss = judge(outOfFold, table.labels)?.logLoss ?? 0;
  expect(loss).toBeGreaterThan(lossOn(table) + 0.01);
  expect(Math.abs(loss - lossOn(fresh))).toBeLessThan(0.02);
});

test.each([1, 2, 3, 4])("learns nothing, or hardly anything, from noise (seed %d)", async (seed) => {
  const random = randomNumbers(seed);
  const rows = Array.from({ length: 1200 }, () => ({ x: random(), y: random(), c: random() < 0.5 }));
  const { settings } = await trainTrees(
    tableOf(rows, () => random() < 0.3),
    noPause,
  );
  expect(settings.trees).toBeLessThanOrEqual(5);
});

test("the number of trees that was chosen, given back, makes the same model", async () => {
  const table = tangled(900);
  const chosen = await trainTrees(table, noPause);
  const again = await trainTrees(table, noPause, chosen.settings);
  expect(again.outOfFold).toHaveLength(0);
  expect(again.model.serialise()).toEqual(chosen.model.serialise());
});

test("the order of rows changes nothing, to the last bit", async () => {
  const table = tangled(900);
  const order = [...table.rows.keys()].sort((a, b) => stableHash(String(a)) - stableHash(String(b)));
  const shuffled = {
    rows: order.map((r) => table.rows[r] ?? {}),
    labels: Uint8Array.from(order, (r) => table.labels[r] ?? 0),
    fold: Uint8Array.from(order, (r) => table.fold[r] ?? 0),
  };
  const [a, b] = [await trainTrees(table, noPause), await trainTrees(shuffled, noPause)];
  expect(b.settings).toEqual(a.settings);
  expect(b.model.serialise()).toEqual(a.model.serialise());
  expect(b.outOfFold).toEqual(Float64Array.from(order, (r) => a.outOfFold[r] ?? 0));
});

test("a gap goes the way of those whose outcomes are like its own", async () => {
  const random = randomNumbers(6);
  const rows = Array.from({ length: 600 }, () => ({ x: random() < 0.3 ? null : 100 * random() }));
  const table = tableOf(rows, ({ x }) => (x === null || Number(x) >= 50) === random() < 0.9);
  const { model } = await trainTrees(table, noPause);
  expect(model.predict({}).logOdds).toBeGreaterThan(1);
  expect(model.predict({ x: 10 }).logOdds).toBeLessThan(-1);
});

test("levels of a category are parted as sets, and an unknown one counts as a rare one", async () => {
  const random = randomNumbers(8);
  const rows = Array.from({ length: 2000 }, () => ({ c: `level ${Math.floor(40 * random())}` }));
  const isGood = (c: FeatureValue | undefined) => Number(String(c).slice(6)) % 2 === 0;
  const { model } = await trainTrees(
    tableOf(rows, ({ c }) => random() < (isGood(c) ? 0.8 : 0.2)),
    noPause,
  );
  for (let level = 0; level < 40; level++) {
    expect(model.predict({ c: `level ${level}` }).logOdds > 0).toBe(level % 2 === 0);
  }
  expect(Math.abs(model.predict({ c: "never met" }).logOdds)).toBeLessThan(2);
});

test("a pause that throws ends training", async () => {
  const stop = async (done: number) => {
    if (done > 0.2) throw new Error("stopped");
  };
  await expect(trainTrees(tangled(900), stop)).rejects.toThrow("stopped");
});

describe("what features are left out", () => {
  const table = tangled(1000);
  const withColumn = (value: (i: number) => FeatureValue) =>
    trainTrees({ ...table, rows: table.rows.map((row, i) => ({ ...row, extra: value(i) })) }, noPause, {
      trees: 5,
    });

  test.each<[string, (i: number) => FeatureValue, RegExp]>([
    ["constant", () => 3, /the same for/],
    ["constant but for four leads", (i) => (i < 4 ? "b" : "a"), /the same for/],
    ["all missing", () => null, /no lead has a value/],
    ["never finite", () => Number.POSITIVE_INFINITY, /no lead has a value/],
    ["a code for each lead", (i) => `code ${i}`, /1000 different values in 1000 leads/],
  ])("%s", async (_, value, reason) => {
    const { dropped, model, kinds } = await withColumn(value);
    expect(dropped).toEqual([{ name: "extra", reason: expect.stringMatching(reason) }]);
    expect(model.sources).not.toContain("extra");
    expect(kinds).toHaveLength(model.sources.length);
  });

  test("a long text counts by its length", async () => {
    const { model, kinds } = await withColumn((i) => "x".repeat(table.labels[i] === 1 ? 90 : 50 + (i % 20)));
    expect(kinds[model.sources.indexOf("extra")]).toBe("text length");
  });

  test("a feature that no split asks about is no source, and not called left out", async () => {
    const rows = Array.from({ length: 300 }, (_, i) => ({ x: i, flat: i % 2 }));
    const learned = await trainTrees(
      tableOf(rows, ({ x }) => Number(x) >= 150),
      noPause,
      { trees: 1 },
    );
    expect(learned.model.sources).toEqual(["x"]);
    expect(learned.dropped).toEqual([]);
  });
});

describe("hard tables", () => {
  const random = randomNumbers(4);
  const many = (count: number, row: (i: number) => FeatureRow) =>
    Array.from({ length: count }, (_, i) => row(i));
  const same = many(200, () => ({ x: 1, c: "a" }));

  test.each<[string, FeatureRow[]]>([
    ["no rows", []],
    ["30 leads", many(30, (i) => ({ x: i, c: i % 2 ? "a" : "b" }))],
    ["duplicate rows only", same],
    ["rows without features", many(100, () => ({}))],
    ["5,000 levels", many(30_000, (i) => ({ c: `level ${i % 5000}` }))],
    ["infinities", many(300, (i) => ({ x: i % 3 ? i : i % 2 ? Number.NaN : Number.NEGATIVE_INFINITY }))],
    ["huge and tiny numbers", many(300, (i) => ({ x: (i % 2 ? 1 : -1) * 10 ** (i - 10) }))],
    [
      "500 columns",
      many(120, () => Object.fromEntries(many(500, () => ({})).map((_, c) => [`x${c}`, random()]))),
    ],
  ])("%s make a model without NaN", async (_, rows) => {
    const table = tableOf(rows, () => random() < 0.4);
    const { model, outOfFold } = await trainTrees(table, noPause);
    const finite = [...outOfFold, model.baseLogOdds].every(Number.isFinite);
    expect(finite).toBe(true);
    for (const row of [...rows.slice(0, 50), {}]) {
      const { logOdds, variance, contributions } = model.predict(row);
      expect([logOdds, variance, ...contributions].every(Number.isFinite)).toBe(true);
    }
  });

  test.each([
    ["won", 1],
    ["lost", 0],
  ])("all %s: says so, short of certainty", async (_, label) => {
    const table = tangled(200);
    const { model, settings } = await trainTrees({ ...table, labels: table.labels.fill(label) }, noPause);
    expect(settings.trees).toBe(0);
    const { logOdds } = model.predict(table.rows[0] ?? {});
    expect(sigmoid(label === 1 ? logOdds : -logOdds)).toBeCloseTo(1 - 0.5 / 200, 9);
  });
});
