import { expect, test } from "vitest";
import { brierDecomposition } from "./brier-decomposition.ts";
import { isotonicRates } from "./isotonic.ts";
import { brier } from "./proper-scores.ts";
import { seededRandom } from "./seeded-random.ts";

test("isotonic rates pool what falls, and equal scores", () => {
  const judged = { scores: Float64Array.of(0.4, 0.1, 0.2, 0.3, 0.4), labels: Uint8Array.of(0, 0, 1, 0, 1) };
  // By score: 0 | 1, 0 pooled with the tie {0, 1}, whose rate is the same.
  expect([...isotonicRates(judged).rates]).toEqual([0, 0.5, 0.5, 0.5, 0.5]);
});

test("parts worked by hand", () => {
  // Isotonic rates of 0, 1, 0, 1 are 0, ½, ½, 1: Brier (¼ + ¼) / 4 = .125; base ½.
  const parts = brierDecomposition({
    scores: Float64Array.of(0.2, 0.4, 0.6, 0.8),
    labels: Uint8Array.of(0, 1, 0, 1),
  });
  expect(parts.uncertainty).toBeCloseTo(0.25, 12);
  expect(parts.discrimination).toBeCloseTo(0.125, 12);
  // Brier itself: (.04 + .36 + .36 + .04) / 4 = .2.
  expect(parts.miscalibration).toBeCloseTo(0.075, 12);
});

test("parts add up to the Brier score and are never negative", () => {
  const random = seededRandom(5);
  const scores = Float64Array.from({ length: 500 }, () => Math.round(20 * random()) / 20);
  const labels = Uint8Array.from(scores, (p) => (random() < p * p ? 1 : 0));
  const { miscalibration, discrimination, uncertainty } = brierDecomposition({ scores, labels });
  expect(miscalibration - discrimination + uncertainty).toBeCloseTo(brier({ scores, labels }), 12);
  expect(Math.min(miscalibration, discrimination)).toBeGreaterThan(0);
});

test("scores without any ranking discriminate nothing", () => {
  const parts = brierDecomposition({
    scores: new Float64Array(4).fill(0.6),
    labels: Uint8Array.of(1, 0, 0, 0),
  });
  expect(parts.discrimination).toBe(0);
  expect(parts.miscalibration).toBeCloseTo(0.35 ** 2, 12);
});
