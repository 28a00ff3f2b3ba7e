import { describe, expect, test } from "vitest";
import { randomNumbers } from "../training/synthetic-leads.ts";
import { auc, aucInterval } from "./auc.ts";
import { averagePrecision } from "./average-precision.ts";
import { calibrationError } from "./calibration-error.ts";
import { evaluate } from "./evaluate.ts";
import { lift } from "./lift.ts";
import { brier, logLoss } from "./proper-scores.ts";
import { midranks } from "./ranks.ts";

const judged = (scores: number[], labels: number[]) => ({
  scores: Float64Array.from(scores),
  labels: Uint8Array.from(labels),
});

test("midranks share ties", () => {
  expect([...midranks([3, 1, 3, 2])]).toEqual([3.5, 1, 3.5, 2]);
});

describe("AUC", () => {
  test.each([
    ["a perfect ranking", [0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1], 1],
    ["the worst ranking", [0.9, 0.8, 0.2, 0.1], [0, 0, 1, 1], 0],
    ["ties", [0.5, 0.5, 0.5, 0.5], [0, 1, 0, 1], 0.5],
    ["three of four pairs", [0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1], 0.75],
  ])("of %s", (_, scores, labels, expected) => {
    expect(auc(judged(scores, labels))).toBe(expected);
  });

  test("interval equals DeLong's variance worked by hand", () => {
    // Placements: won .5, 1 (spread .125); lost 1, .5 (spread .125); variance .125/2 + .125/2 = .125.
    const { low, high } = aucInterval(judged([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]));
    const half = (1.96 * Math.sqrt(0.125)) / (0.75 * 0.25);
    expect(low).toBeCloseTo(1 / (1 + Math.exp(half - Math.log(3))), 9);
    expect(high).toBeCloseTo(1 / (1 + Math.exp(-half - Math.log(3))), 9);
  });

  test("interval of a perfect ranking leaves room for doubt", () => {
    const { low, high } = aucInterval(judged([0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1]));
    expect(low).toBeLessThan(0.95);
    expect(high).toBe(1);
  });

  test("interval covers the true value about as often as it says", () => {
    const random = randomNumbers(3);
    let covered = 0;
    for (let round = 0; round < 300; round++) {
      // Won scores are the larger of two uniforms: the true AUC is 2/3.
      const labels = Array.from({ length: 120 }, () => (random() < 0.3 ? 1 : 0));
      const scores = labels.map((y) => (y ? Math.max(random(), random()) : random()));
      const { low, high } = aucInterval(judged(scores, labels));
      if (low <= 2 / 3 && high >= 2 / 3) covered++;
    }
    expect(covered / 300).toBeGreaterThan(0.91);
    expect(covered / 300).toBeLessThan(0.99);
  });
});

test("average precision steps over distinct scores", () => {
  // Recall .5 at precision 1, then 1 at precision 2/3.
  expect(averagePrecision(judged([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]))).toBeCloseTo(0.5 + 1 / 3, 12);
  expect(averagePrecision(judged([0.5, 0.5], [1, 0]))).toBe(0.5);
});

test("Brier and log loss", () => {
  const two = judged([0.8, 0.4], [1, 0]);
  expect(brier(two)).toBeCloseTo((0.04 + 0.16) / 2, 12);
  expect(logLoss(two)).toBeCloseTo(-(Math.log(0.8) + Math.log(0.6)) / 2, 12);
  expect(logLoss(judged([0], [1]))).toBeLessThan(40);
});

test("calibration error weighs the gaps of bins by their leads", () => {
  // Bins of width 1/15: {.01, .02} holds none won, {.98, 1} one of two.
  expect(calibrationError(judged([0.01, 0.02, 0.98, 1], [0, 0, 1, 0]))).toBeCloseTo((0.03 + 0.98) / 4, 12);
});

test("lift counts ties across the cut by their mean", () => {
  expect(lift(judged([0.9, 0.5, 0.5, 0.1], [1, 1, 0, 0]), 0.5)).toBeCloseTo(1.5 / 2 / 0.5, 12);
});

test("nothing can be judged by one outcome", () => {
  expect(evaluate(judged([0.2, 0.3], [0, 0]))).toBeNull();
});
