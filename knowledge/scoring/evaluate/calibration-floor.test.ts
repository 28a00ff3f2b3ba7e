import { expect, test } from "vitest";
import { calibrationError } from "./calibration-error.ts";
import { calibrationFloor } from "./calibration-floor.ts";
import { seededRandom } from "./seeded-random.ts";

test("the floor of one bin is the mean distance of a share from its probability", () => {
  // Binomial with 100 leads at ½: E|share − ½| = C(100, 50) / 2^101 = .0397946.
  const { mean, high } = calibrationFloor(new Float64Array(100).fill(0.5), { draws: 20_000 });
  expect(mean).toBeCloseTo(0.0398, 3);
  // |wins − 50| ≤ 10 has probability .9648, ≤ 9 has .9431.
  expect(high).toBeCloseTo(0.1, 9);
});

test("certain probabilities leave nothing to chance", () => {
  expect(calibrationFloor(Float64Array.of(0, 1, 1, 0))).toEqual({ mean: 0, high: 0 });
});

test("a calibrated model lies under the floor's 95 % point about as often as it says, a biased one hardly ever", () => {
  const random = seededRandom(8);
  let calibrated = 0;
  let biased = 0;
  for (let round = 0; round < 200; round++) {
    const scores = Float64Array.from({ length: 400 }, () => 0.1 + 0.6 * random());
    const labels = Uint8Array.from(scores, (p) => (random() < p ? 1 : 0));
    if (calibrationError({ scores, labels }) <= calibrationFloor(scores, { draws: 100 }).high) calibrated++;
    const shifted = scores.map((p) => p + 0.2);
    if (calibrationError({ scores: shifted, labels }) <= calibrationFloor(shifted, { draws: 100 }).high)
      biased++;
  }
  expect(calibrated / 200).toBeGreaterThan(0.9);
  expect(calibrated / 200).toBeLessThan(0.99);
  expect(biased / 200).toBeLessThan(0.05);
});
