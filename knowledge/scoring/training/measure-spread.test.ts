import { describe, expect, test } from "vitest";
import { loadLeadModel } from "../lead-model.ts";
import { logit, sigmoid } from "../models/moments.ts";
import { scoreSnapshot } from "../score.ts";
import type { LabelledLead } from "../snapshots/snapshot.ts";
import { measureSpread } from "./measure-spread.ts";
import { moment, randomNumbers, snapshotOf } from "./synthetic-leads.ts";
import { trainLeadModel } from "./train.ts";
import type { Trial } from "./trial.ts";

const quiet = async () => {};
const regression = (penalty: number): Trial[] => [
  { kind: "logistic-regression", weight: 1, logLoss: 0, settings: { penalty } },
];
const trees: Trial[] = [
  { kind: "logistic-regression", weight: 0, logLoss: 0, settings: { penalty: 10 } },
  { kind: "boosted-trees", weight: 1, logLoss: 0, settings: { trees: 60 } },
];

describe("measured spread", () => {
  test("is less than the formula says where a penalty holds models still", async () => {
    const table = tableOf(made(600, 3));
    const held = await measureSpread(table, regression(100), quiet);
    const free = await measureSpread(table, regression(0.01), quiet);
    expect(held).toBeLessThan(free);
  });

  test("is far more than the formula says for trees that are grown too many", async () => {
    expect(await measureSpread(tableOf(made(600, 3)), trees, quiet)).toBeGreaterThan(1.5);
  });

  test("is the same again, and 1 where nothing can be dealt in three", async () => {
    const table = tableOf(made(300, 5));
    const once = await measureSpread(table, trees, quiet);
    expect(await measureSpread(table, trees, quiet)).toBe(once);
    const labels = new Uint8Array(300).fill(1, 0, 2);
    expect(await measureSpread({ ...table, labels }, trees, quiet)).toBe(1);
  });
});

test("intervals hold the true chance of about nine leads in ten, and of fewer at half the width", async () => {
  const shares = { half: 0, whole: 0, twice: 0 };
  const seeds = [1, 2, 3, 4, 5, 6];
  for (const seed of seeds) {
    const { artifact } = await trainLeadModel(made(300, seed).map(leadOf), { trainedAt: moment });
    const model = loadLeadModel(artifact);
    const asked = made(150, 900 + seed).map((known, i) => ({ known, ...ranges(model, leadOf(known, i)) }));
    const held = (times: number) =>
      asked.filter(({ known, centre, half }) => Math.abs(known.logOdds - centre) <= times * half).length /
      (asked.length * seeds.length);
    shares.half += held(0.5);
    shares.whole += held(1);
    shares.twice += held(2);
  }
  expect(shares.whole).toBeGreaterThan(0.84);
  expect(shares.whole).toBeLessThan(0.97);
  expect(shares.half).toBeLessThan(0.84);
  expect(shares.twice).toBeGreaterThan(0.97);
});

interface Known {
  a: number;
  b: number;
  logOdds: number;
  won: boolean;
}

/** One field bends, one is straight: neither the regression nor the trees are quite right. */
function made(count: number, seed: number): Known[] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, () => {
    const [a, b] = [4 * random() - 2, 4 * random() - 2];
    const logOdds = 1.2 * Math.tanh(a) + 0.6 * b - 0.3;
    return { a, b, logOdds, won: random() < sigmoid(logOdds) };
  });
}

function tableOf(known: readonly Known[]) {
  return {
    rows: known.map(({ a, b }) => ({ "field:a": a, "field:b": b })),
    labels: Uint8Array.from(known, ({ won }) => (won ? 1 : 0)),
    fold: Uint8Array.from(known, (_, i) => i % 5),
  };
}

function leadOf({ a, b, won }: Known, i: number): LabelledLead {
  const snapshot = snapshotOf({ contactId: `contact-${i}`, fields: { a, b } });
  return { key: snapshot.contactId, snapshot, result: won ? "won" : "lost", endedAt: null };
}

function ranges(model: ReturnType<typeof loadLeadModel>, { snapshot }: LabelledLead) {
  const { probability, low, high } = scoreSnapshot(model, snapshot, { factors: 0 });
  return { centre: logit(probability), half: (logit(high) - logit(low)) / 2 };
}
