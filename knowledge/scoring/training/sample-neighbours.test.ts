import { expect, test } from "vitest";
import type { Learned, TrainingTable } from "../models/learner.ts";
import { sigmoid } from "../models/moments.ts";
import { learnLogistic } from "../models/train-logistic.ts";
import { sampleNeighbours } from "./sample-neighbours.ts";
import { randomNumbers } from "./synthetic-leads.ts";

const noPause = async () => {};

/** Leads whose chance a straight line cannot follow, but their neighbours can. */
function wavy(count: number): { table: TrainingTable; truth: Float64Array } {
  const random = randomNumbers(4);
  const points = Float64Array.from({ length: count }, random);
  const truth = points.map((x) => 3 * Math.sin(12 * x));
  const labels = Uint8Array.from(truth, (z) => (random() < sigmoid(z) ? 1 : 0));
  const rows = Array.from(points, (x) => ({ x, flat: Math.round(x * 3) }));
  return { table: { rows, labels, fold: labels.map((_, r) => r % 3) }, truth };
}

test("on a large table neighbours are tried on a part, beside what is there", async () => {
  const { table, truth } = wavy(9_000);
  const logistic = await learnLogistic(table, noPause);
  const asked = new Set<number>();
  const watched = {
    ...logistic,
    contributions: (rows: ArrayLike<number>, withoutFold?: number) => {
      for (const row of Array.from(rows)) asked.add(row);
      return logistic.contributions(rows, withoutFold);
    },
  };
  const blank: Learned = { ...logistic, outOfFold: new Float64Array(9_000) };
  const perfect: Learned = { ...logistic, outOfFold: truth };
  const beside = (other: Learned) => sampleNeighbours(table, { logistic: watched, others: [other] }, noPause);
  expect((await beside(blank))?.weight).toBeGreaterThan(0.5);
  expect(await beside(perfect)).toMatchObject({ kind: "neighbours", weight: 0 });
  expect(asked.size).toBe(4_000);
  // Rows of the whole table, not of the part.
  expect(Math.max(...asked)).toBeGreaterThan(8_900);
});

test("on a small table they are asked about all leads at once", async () => {
  const { table } = wavy(1_000);
  const logistic = await learnLogistic(table, noPause);
  expect(await sampleNeighbours(table, { logistic, others: [logistic] }, noPause)).toBeUndefined();
});
