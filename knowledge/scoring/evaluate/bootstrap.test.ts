import { expect, test } from "vitest";
import type { Judged } from "./auc.ts";
import { bootstrapIntervals } from "./bootstrap.ts";

const half: Judged = {
  scores: Float64Array.from({ length: 400 }, (_, i) => i / 400),
  labels: Uint8Array.from({ length: 400 }, (_, i) => i % 2),
};
const rate = ({ labels }: Judged) => labels.reduce((sum, y) => sum + y, 0) / labels.length;

test("the interval of a rate is that of the binomial distribution", () => {
  const { rate: interval } = bootstrapIntervals(half, { rate }, { draws: 2_000 });
  const halfWidth = 1.96 * Math.sqrt(0.25 / 400);
  expect(interval.low).toBeCloseTo(0.5 - halfWidth, 2);
  expect(interval.high).toBeCloseTo(0.5 + halfWidth, 2);
});

test("scores and outcomes are drawn together, and the seed decides", () => {
  const apart = ({ scores, labels }: Judged) =>
    scores.reduce(
      (sum, score, i) => sum + Math.abs((Math.round(score * 400) % 2) - (labels[i] as number)),
      0,
    );
  expect(bootstrapIntervals(half, { apart }, { draws: 20 })).toEqual({ apart: { low: 0, high: 0 } });
  const one = bootstrapIntervals(half, { rate }, { draws: 50, seed: 4 });
  expect(bootstrapIntervals(half, { rate }, { draws: 50, seed: 4 })).toEqual(one);
  expect(bootstrapIntervals(half, { rate }, { draws: 50, seed: 5 })).not.toEqual(one);
});

test("draws on which a metric cannot be computed are left out", () => {
  const one: Judged = { scores: Float64Array.of(0.2, 0.8), labels: Uint8Array.of(0, 1) };
  const both = (judged: Judged) => (rate(judged) === 0.5 ? 7 : Number.NaN);
  expect(bootstrapIntervals(one, { both })).toEqual({ both: { low: 7, high: 7 } });
});
