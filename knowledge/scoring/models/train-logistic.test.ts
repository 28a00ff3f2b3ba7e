import { describe, expect, test } from "vitest";
import { auc } from "../evaluate/auc.ts";
import { extractFeatures } from "../features/extract-features.ts";
import type { FeatureRow } from "../features/feature.ts";
import { randomNumbers, syntheticLeads } from "../training/synthetic-leads.ts";
import type { TrainingTable } from "./learner.ts";
import { sigmoid } from "./moments.ts";
import { priorModel } from "./prior.ts";
import type { ScoringModel } from "./scoring-model.ts";
import { learnLogistic, logisticLearner } from "./train-logistic.ts";

const noPause = async () => {};
const withoutScorecard = logisticLearner(null);

const rows = syntheticLeads(400, 3).map(({ snapshot }) => extractFeatures(snapshot));

/** The rows with outcomes drawn from true log-odds. */
function tableOf(of: readonly FeatureRow[], logOdds: (row: FeatureRow) => number, seed = 5): TrainingTable {
  const random = randomNumbers(seed);
  const labels = Uint8Array.from(of, (row) => (random() < sigmoid(logOdds(row)) ? 1 : 0));
  return { rows: of, labels, fold: labels.map((_, r) => r % 5) };
}

const scorecard = priorModel(0.5);
const judgement = (row: FeatureRow) => scorecard.predict(row).logOdds;
const replies = ({ inbound }: FeatureRow) => (typeof inbound === "number" ? inbound : 0);

/** How well a model orders rows by what they are truly worth, 0–1. */
function agreement(model: ScoringModel, of: readonly FeatureRow[], worth: (row: FeatureRow) => number) {
  const worths = of.map(worth);
  const middle = worths.toSorted((a, b) => a - b)[of.length >> 1] ?? 0;
  const scores = Float64Array.from(of, (row) => model.predict(row).logOdds);
  return auc({ scores, labels: Uint8Array.from(worths, (w) => (w > middle ? 1 : 0)) });
}

describe("a table with engagement", () => {
  const table = tableOf(rows, (row) => 0.8 * replies(row) - 2);

  test("gives contributions that add up, and that its table form repeats", async () => {
    const learned = await learnLogistic(table, noPause);
    const places = [0, 7, 399];
    const width = learned.model.sources.length;
    const vectors = learned.contributions(places);
    places.forEach((place, i) => {
      const { logOdds, contributions } = learned.model.predict(rows[place] ?? {});
      const sum = contributions.reduce((a, b) => a + b, learned.model.baseLogOdds);
      expect(sum).toBeCloseTo(logOdds, 10);
      contributions.forEach((c, s) => {
        expect(vectors[i * width + s]).toBeCloseTo(c, 5);
      });
    });
  });

  test("is read without each fold as its out-of-fold log-odds were", async () => {
    const learned = await learnLogistic(table, noPause);
    const width = learned.model.sources.length;
    const unseen = [...table.labels.keys()].filter((r) => table.fold[r] === 2);
    const vectors = learned.contributions(unseen, 2);
    const sums = unseen.map((_, i) =>
      vectors.subarray(i * width, (i + 1) * width).reduce((a, b) => a + b, 0),
    );
    // Equal but for the base, which all rows of a fold share.
    const bases = sums.map((sum, i) => (learned.outOfFold[unseen[i] ?? 0] ?? 0) - sum);
    for (const base of bases) expect(base).toBeCloseTo(bases[0] ?? 0, 4);
    expect(() => learned.contributions([0], 9)).toThrow(RangeError);
  });

  test("with a given penalty is fitted as before, and not cross-validated", async () => {
    const chosen = await learnLogistic(table, noPause);
    const again = await learnLogistic(table, noPause, chosen.settings);
    expect(again.outOfFold).toHaveLength(0);
    expect(() => again.contributions([0], 0)).toThrow(RangeError);
    const row = rows[3] ?? {};
    expect(again.model.predict(row).logOdds).toBeCloseTo(chosen.model.predict(row).logOdds, 2);
  });
});

describe("the scorecard", () => {
  test("leads where few outcomes agree with it", async () => {
    const usual = rows.reduce((sum, row) => sum + judgement(row), 0) / rows.length;
    const table = tableOf(rows.slice(0, 40), (row) => 6 * (judgement(row) - usual));
    const { model } = await learnLogistic(table, noPause);
    const { model: alone } = await withoutScorecard(table, noPause);
    expect(agreement(model, rows, judgement)).toBeGreaterThan(agreement(alone, rows, judgement) + 0.02);
    expect(agreement(model, rows, judgement)).toBeGreaterThan(0.85);
  });

  test("is overcome by 200 outcomes that contradict it", async () => {
    const table = tableOf(rows.slice(0, 200), (row) => -3 * judgement(row));
    const { model } = await learnLogistic(table, noPause);
    expect(agreement(model, rows, judgement)).toBeLessThan(0.2);
  });

  test("hardly matters any more with many outcomes", async () => {
    const many = syntheticLeads(1000, 4).map(({ snapshot }) => extractFeatures(snapshot));
    const table = tableOf(
      many,
      (row) => 0.7 * replies(row) - 1.5 + (row["field:industry"] === "energy" ? 1 : 0),
    );
    const settings = { penalty: 10 };
    const guided = await learnLogistic(table, noPause, settings);
    const alone = await withoutScorecard(table, noPause, settings);
    const gaps = many.map((row) => guided.model.predict(row).logOdds - alone.model.predict(row).logOdds);
    expect(Math.sqrt(gaps.reduce((sum, gap) => sum + gap * gap, 0) / gaps.length)).toBeLessThan(0.15);
  });

  test("has no part in a table without engagement", async () => {
    const bare = rows.map((row) => ({ "field:budget": row["field:budget"] ?? null }));
    const table = tableOf(bare, () => 0);
    const { model } = await learnLogistic(table, noPause);
    expect(model.serialise()).not.toHaveProperty("scorecard");
    expect(model.predict(bare[0] ?? {})).toEqual(
      (await withoutScorecard(table, noPause)).model.predict(bare[0] ?? {}),
    );
  });
});

test.each([0, 1])("a table whose outcomes are all %d gives finite chances", async (outcome) => {
  const table = tableOf(rows.slice(0, 60), () => (outcome === 1 ? 99 : -99));
  const { model, outOfFold } = await learnLogistic(table, noPause);
  expect(outOfFold.every(Number.isFinite)).toBe(true);
  expect(model.predict(rows[0] ?? {}).logOdds).toSatisfy(Number.isFinite);
});
