import { beforeAll, describe, expect, test } from "vitest";
import type { Calibration } from "../certainty/calibration.ts";
import { extractFeatures } from "../features/extract-features.ts";
import type { ScoringModel } from "../models/scoring-model.ts";
import { stackOf } from "../models/stack.ts";
import { learnLogistic } from "../models/train-logistic.ts";
import { assignFolds } from "../training/hold-out.ts";
import { syntheticLeads } from "../training/synthetic-leads.ts";
import { gainOf } from "./gain.ts";
import { handMadeModel } from "./hand-made-model.ts";

const rules = { "field:stage": (value: unknown) => (value === "offer" ? 1 : 0) };
const [before, after] = [{ "field:stage": "demo" }, { "field:stage": "offer" }];
const knowing = (variance: number) => handMadeModel({ rules, differenceVariance: () => variance });
const width = ({ low, high }: { low: number; high: number }) => high - low;

test("a stack is as unsure of a difference as its parts are, by weight", () => {
  const of = (scorer: ScoringModel) => ({ ...knowing(0), scorer });
  const [wide, narrow] = [knowing(0.16).scorer, knowing(0.04).scorer];
  const stack = stackOf([
    { model: wide, weight: 0.5 },
    { model: narrow, weight: 0.5 },
  ]);
  // The mean of the deviations .4 and .2.
  expect(width(gainOf(of(stack), before, after))).toBeCloseTo(width(gainOf(knowing(0.09), before, after)), 9);
});

test("calibration bends a gain and adds what its own slope leaves open, but not its level", () => {
  const spread = (a: number, c: number): Calibration => ({
    kind: "platt",
    a: 2,
    b: 2,
    c: 0,
    covariance: [a, a, 0, a, a, 0, 0, 0, c],
  });
  const of = (a: number, c: number) =>
    gainOf(
      { ...knowing(0.01), artifact: { ...knowing(0).artifact, calibration: spread(a, c) } },
      before,
      after,
    );
  expect(of(0, 0).points).toBeGreaterThan(gainOf(knowing(0.01), before, after).points);
  expect(width(of(0.02, 0))).toBeGreaterThan(width(of(0, 0)));
  expect(width(of(0, 5))).toBeCloseTo(width(of(0, 0)), 9);
});

describe("of a regression", () => {
  const leads = syntheticLeads(400);
  const rows = leads.map((lead) => extractFeatures(lead.snapshot));
  const labels = Uint8Array.from(leads, (lead) => (lead.result === "won" ? 1 : 0));
  let model: ScoringModel;
  const deviation = (a = 0, b = 1) =>
    Math.sqrt(model.differenceVariance?.(rows[a] ?? {}, rows[b] ?? {}) ?? Number.NaN);

  beforeAll(async () => {
    const table = { rows, labels, fold: assignFolds(leads, 5, 1) };
    ({ model } = await learnLogistic(table, async () => {}));
  });

  test("nothing is unsure about no difference", () => {
    expect(deviation(4, 4)).toBe(0);
  });

  test("deviations are a distance that keeps to those of both predictions", () => {
    for (let i = 0; i + 2 < 60; i++) {
      const own = (place: number) => Math.sqrt(model.predict(rows[place] ?? {}).variance);
      expect(deviation(i, i + 1)).toBeGreaterThan(Math.abs(own(i) - own(i + 1)) - 1e-12);
      expect(deviation(i, i + 1)).toBeLessThan(own(i) + own(i + 1));
      expect(deviation(i, i + 1)).toBeCloseTo(deviation(i + 1, i), 12);
      expect(deviation(i, i + 2)).toBeLessThanOrEqual(deviation(i, i + 1) + deviation(i + 1, i + 2) + 1e-12);
    }
  });

  test("a difference in one field is less unsure than the predictions are", () => {
    const [row = {}] = rows;
    const changed = { ...row, "field:newsletter": !row["field:newsletter"] };
    const independent = model.predict(row).variance + model.predict(changed).variance;
    expect(model.differenceVariance?.(row, changed)).toBeLessThan(independent / 2);
  });
});
