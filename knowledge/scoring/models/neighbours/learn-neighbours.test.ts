import { expect, test } from "vitest";
import { extractFeatures } from "../../features/extract-features.ts";
import type { FeatureRow } from "../../features/feature.ts";
import { assignFolds } from "../../training/hold-out.ts";
import { randomNumbers, syntheticLeads } from "../../training/synthetic-leads.ts";
import type { TrainingTable } from "../learner.ts";
import { type LearnedLogistic, learnLogistic } from "../train-logistic.ts";
import { learnNeighbours } from "./learn-neighbours.ts";

const noPause = async () => {};

/** A regression that sees each lead at a point of a line; `asked` notes who was looked at without which fold. */
function onLine(points: readonly number[]) {
  const asked: { row: number; withoutFold: number | undefined }[] = [];
  const contributions = (rows: ArrayLike<number>, withoutFold?: number) =>
    Float32Array.from(Array.from(rows), (row) => {
      asked.push({ row, withoutFold });
      return points[row] ?? 0;
    });
  const predict = (row: FeatureRow) => ({
    logOdds: 0,
    variance: 0,
    contributions: Float64Array.of(Number(row.x)),
    known: Uint8Array.of(1),
  });
  const model = { kind: "stub", sources: ["x"], baseLogOdds: 0, predict, serialise: () => ({}) };
  return { asked, logistic: { model, contributions } as unknown as LearnedLogistic };
}

function tableOf(points: readonly number[], chance: (x: number) => number): TrainingTable {
  const random = randomNumbers(2);
  const labels = Uint8Array.from(points, (x) => (random() < chance(x) ? 1 : 0));
  return { rows: points.map((x) => ({ x })), labels, fold: labels.map((_, r) => r % 4) };
}

test("learns what the leads around a lead came to", async () => {
  const points = Array.from({ length: 2000 }, (_, i) => i / 200);
  const table = tableOf(points, (x) => (x > 4 && x < 6 ? 0.8 : 0.1));
  const { model } = await learnNeighbours(table, onLine(points).logistic, noPause);
  expect(model.predict({ x: 5 }).logOdds).toBeGreaterThan(0.7);
  expect(model.predict({ x: 1 }).logOdds).toBeLessThan(-1.2);
});

test("compares a lead with leads of other folds only", async () => {
  // The leads of a fold stand in one place and came to the same; the nearest other fold came to the opposite.
  const points = Array.from({ length: 400 }, (_, r) => [0, 1, 10, 11][r % 4] ?? 0);
  const table = tableOf(points, (x) => (x % 10 === 0 ? 1 : 0));
  const { asked, logistic } = onLine(points);
  const { outOfFold } = await learnNeighbours(table, logistic, noPause);
  expect(outOfFold).toHaveLength(400);
  outOfFold.forEach((z, r) => {
    expect(z > 0).toBe(table.labels[r] === 0);
  });
  for (let fold = 0; fold < 4; fold++) {
    const seen = asked.filter(({ withoutFold }) => withoutFold === fold).map(({ row }) => table.fold[row]);
    expect(new Set(seen).size).toBe(4);
  }
});

test("where nothing can be told, asks many and stays by the base rate", async () => {
  const random = randomNumbers(8);
  const points = Array.from({ length: 1500 }, () => random());
  const table = tableOf(points, () => 0.3);
  const { outOfFold, settings } = await learnNeighbours(table, onLine(points).logistic, noPause);
  expect(settings.shrinkage).toBeGreaterThanOrEqual(80);
  const base = Math.log(0.3 / 0.7);
  expect(Math.max(...outOfFold.map((z) => Math.abs(z - base)))).toBeLessThan(0.6);
});

test("with given settings it only fits, and says the same", async () => {
  const leads = syntheticLeads(300);
  const rows = leads.map(({ snapshot }) => extractFeatures(snapshot));
  const labels = Uint8Array.from(leads, ({ result }) => (result === "won" ? 1 : 0));
  const table = { rows, labels, fold: assignFolds(leads, 5, 1) };
  const logistic = await learnLogistic(table, noPause);
  const chosen = await learnNeighbours(table, logistic, noPause);
  const again = await learnNeighbours(table, logistic, noPause, chosen.settings);
  expect(again.outOfFold).toHaveLength(0);
  expect(again.model.serialise()).toEqual(chosen.model.serialise());
  expect(again.settings).toEqual(chosen.settings);
});

test("forty leads are enough, and one outcome alone gives finite chances", async () => {
  const points = Array.from({ length: 40 }, (_, i) => i);
  for (const chance of [0.5, 0]) {
    const table = tableOf(points, () => chance);
    const { model, outOfFold } = await learnNeighbours(table, onLine(points).logistic, noPause);
    expect([...outOfFold, model.predict({ x: 3 }).logOdds].every(Number.isFinite)).toBe(true);
  }
});
