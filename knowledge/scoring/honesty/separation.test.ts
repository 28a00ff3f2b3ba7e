import { describe, expect, test } from "vitest";
import { normalQuantile } from "./normal.ts";
import { percent, wilson } from "./proportion.ts";
import { separationOf } from "./separation.ts";

test.each([
  [0.5, 0],
  [0.975, 1.959963984540054],
  [0.025, -1.959963984540054],
  [0.001, -3.090232306167813],
  [0.8, 0.8416212335729143],
  [1, Number.POSITIVE_INFINITY],
  [0, Number.NEGATIVE_INFINITY],
])("the normal quantile of %f is %f", (p, z) => {
  expect(normalQuantile(p)).toBeCloseTo(z, 7);
});

test("Wilson's interval is the published one, and the whole range without leads", () => {
  // Newcombe, Statistics in Medicine 1998, table I: 15 of 148.
  const { low, high } = wilson({ hits: 15, of: 148 }, 1.959964);
  expect([low, high]).toEqual([expect.closeTo(0.0624, 4), expect.closeTo(0.1605, 4)]);
  expect(wilson({ hits: 0, of: 0 }, 2)).toEqual({ low: 0, high: 1 });
});

test.each([
  [0, "0 %"],
  [0.0001, "under 0.1 %"],
  [0.004, "0.4 %"],
  [0.37, "37 %"],
  [0.9951, "99.5 %"],
  [0.99999, "over 99.9 %"],
  [1, "100 %"],
])("%f is written %s", (share, text) => {
  expect(percent(share)).toBe(text);
});

describe("separationOf", () => {
  const split = (won: number, ofWon: number, lost: number, ofLost: number) =>
    separationOf({ won: { hits: won, of: ofWon }, lost: { hits: lost, of: ofLost } });

  test("is the same along the curve of one predictor, and in both directions", () => {
    // Thresholds of two normal distributions two apart.
    for (const [hit, alarm] of [
      [0.8413, 0.1587],
      [0.5, 0.02275],
      [0.97725, 0.5],
    ] as const) {
      expect(split(hit * 1e6, 1e6, alarm * 1e6, 1e6).distance).toBeCloseTo(2, 2);
      expect(split(alarm * 1e6, 1e6, hit * 1e6, 1e6).distance).toBeCloseTo(2, 2);
    }
  });

  test("is less sure of few leads than of many, and sure of nothing without a difference", () => {
    expect(split(10, 20, 0, 20).surely).toBeLessThan(split(100, 200, 0, 200).surely);
    expect(split(10, 20, 10, 20)).toMatchObject({ distance: 0, surely: 0, beyondChance: 0 });
  });

  test("counts standard errors beyond chance", () => {
    expect(split(60, 100, 40, 100).beyondChance).toBeCloseTo(2.84, 1);
    expect(split(10, 20, 0, 20).beyondChance).toBeGreaterThan(4);
  });

  test.each([
    [0, 0, 0, 0],
    [5, 5, 0, 0],
    [5, 5, 5, 5],
    [5, 5, 0, 5],
  ])("is finite of %i of %i and %i of %i", (won, ofWon, lost, ofLost) => {
    expect(Object.values(split(won, ofWon, lost, ofLost)).every(Number.isFinite)).toBe(true);
  });
});
