import { expect, test } from "vitest";
import { auc } from "./auc.ts";
import { averagePrecision } from "./average-precision.ts";
import { seededRandom } from "./seeded-random.ts";
import { thresholdCurve } from "./threshold-curve.ts";

test("each distinct score is a point, ties together", () => {
  const curve = thresholdCurve({
    scores: Float64Array.of(0.1, 0.8, 0.4, 0.4),
    labels: Uint8Array.of(0, 1, 1, 0),
  });
  expect(curve).toEqual([
    { threshold: 0.8, taken: 0.25, wonTaken: 0.5, lostTaken: 0, precision: 1 },
    { threshold: 0.4, taken: 0.75, wonTaken: 1, lostTaken: 0.5, precision: 2 / 3 },
    { threshold: 0.1, taken: 1, wonTaken: 1, lostTaken: 1, precision: 0.5 },
  ]);
});

test("the area under its ROC is the AUC, the steps of its precision the average precision", () => {
  const random = seededRandom(2);
  const scores = Float64Array.from({ length: 300 }, () => Math.round(30 * random()) / 30);
  const labels = Uint8Array.from(scores, (p) => (random() < p ? 1 : 0));
  let [area, steps, before] = [0, 0, { wonTaken: 0, lostTaken: 0 }];
  for (const point of thresholdCurve({ scores, labels })) {
    area += ((point.wonTaken + before.wonTaken) / 2) * (point.lostTaken - before.lostTaken);
    steps += (point.wonTaken - before.wonTaken) * point.precision;
    before = point;
  }
  expect(area).toBeCloseTo(auc({ scores, labels }), 12);
  expect(steps).toBeCloseTo(averagePrecision({ scores, labels }), 12);
});

test("a step leaves near points out and keeps the last", () => {
  const scores = Float64Array.from({ length: 1000 }, (_, i) => i / 1000);
  const labels = Uint8Array.from(scores, (_, i) => i % 2);
  const curve = thresholdCurve({ scores, labels }, 0.1);
  expect(curve.length).toBeLessThan(25);
  expect(curve.at(-1)).toMatchObject({ taken: 1, wonTaken: 1, lostTaken: 1 });
});
