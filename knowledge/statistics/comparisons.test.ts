import { describe, expect, test } from "vitest";
import { seededRandom } from "../scoring/evaluate/seeded-random.ts";
import { compareCounts } from "./compare-counts.ts";
import { compareRates } from "./compare-rates.ts";
import { compareSamples } from "./compare-samples.ts";

describe("rates", () => {
  test("p is Fisher's with mid-p: the tea that was tasted", () => {
    // Tables have 1, 16, 36, 16 and 1 of 70 orders: 2/70 rarer than the one seen, half of 32/70 as rare.
    expect(compareRates({ hits: 3, n: 4 }, { hits: 1, n: 4 })?.p).toBeCloseTo(18 / 70, 12);
  });

  test("many are told by the score test, which agrees with the exact one", () => {
    // Just under and just over 2,000 in the smallest margin.
    const exact = compareRates({ hits: 900, n: 1_990 }, { hits: 820, n: 1_990 })?.p ?? 0;
    const score = compareRates({ hits: 1_170, n: 2_587 }, { hits: 1_066, n: 2_587 })?.p ?? 0;
    expect(exact).toBeCloseTo(0.0105, 3);
    // z = 104 / 2,587 / √(.4322 × .5678 × 2 / 2,587) = 2.919.
    expect(score).toBeCloseTo(0.00351, 4);
  });

  test("the interval holds the true difference in about nine of ten cases, by all tables there are", () => {
    for (const [pa, pb] of [
      [0.3, 0.2],
      [0.1, 0.02],
      [0.5, 0.5],
    ] as const) {
      const [n, m] = [40, 25];
      let inside = 0;
      for (let x = 0; x <= n; x++) {
        for (let y = 0; y <= m; y++) {
          const found = compareRates({ hits: x, n }, { hits: y, n: m });
          if (found && found.low <= pa - pb && pa - pb <= found.high)
            inside += mass(n, x, pa) * mass(m, y, pb);
        }
      }
      expect(inside).toBeGreaterThan(0.88);
      expect(inside).toBeLessThan(0.96);
    }
  });

  test("says how much, and nothing of no trials", () => {
    expect(compareRates({ hits: 30, n: 100 }, { hits: 20, n: 100 })).toMatchObject({
      difference: expect.closeTo(0.1),
      ratio: expect.closeTo(1.5),
    });
    expect(compareRates({ hits: 3, n: 10 }, { hits: 0, n: 10 })?.ratio).toBeNull();
    expect(compareRates({ hits: 0, n: 0 }, { hits: 1, n: 10 })).toBeNull();
    expect(compareRates({ hits: 0, n: 9 }, { hits: 0, n: 10 })?.p).toBe(1);
  });
});

describe("samples", () => {
  test("p is exact of small samples: Hollander and Wolfe's permeability of membranes", () => {
    // R: wilcox.test(x, y) gives W = 35, p-value = 0.2544.
    const term = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    const early = [1.15, 0.88, 0.9, 0.74, 1.21];
    expect(compareSamples(term, early)?.p).toBeCloseTo(0.2544, 4);
    expect(compareSamples(early, term)?.p).toBeCloseTo(0.2544, 4);
    expect(compareSamples([1, 2, 3], [4, 5, 6])?.p).toBeCloseTo(0.1, 12);
  });

  test("ties widen nothing and break nothing", () => {
    expect(compareSamples([1, 1, 1, 1], [1, 1, 1])).toMatchObject({ ratio: 1, low: 1, high: 1, p: 1 });
    const p = compareSamples([1, 1, 2, 2, 3], [2, 3, 3, 4, 4])?.p ?? 0;
    // U = 2.5 + 1 + … by hand 3; variance with ties 22.22; (|3 − 12.5| − .5) / 4.714 = 1.909.
    expect(p).toBeCloseTo(0.0563, 2);
  });

  test("the interval of the ratio is that of the medians, the same each time", () => {
    const random = seededRandom(3);
    const draw = (scale: number) => Array.from({ length: 400 }, () => -scale * Math.log(1 - random()));
    const [slow, fast] = [draw(6), draw(4)];
    const found = compareSamples(slow, fast);
    expect(found?.low).toBeLessThan(1.5);
    expect(found?.high).toBeGreaterThan(1.5);
    expect((found?.high ?? 9) - (found?.low ?? 0)).toBeLessThan(0.7);
    expect(compareSamples(slow, fast)).toEqual(found);
  });
});

describe("counts", () => {
  test("even counts are told by chance alone, like the share of all events", () => {
    // 60 events against 40 in as many buckets: t = 10 / 5 = 2 with 18 degrees of freedom, R: 2 * pt(-2, 18).
    const [a, b] = [new Array(10).fill(6), new Array(10).fill(4)];
    expect(compareCounts(a, b)).toMatchObject({ ratio: expect.closeTo(1.5), p: expect.closeTo(0.0608, 3) });
  });

  test("restless counts are less sure than even ones, and a week is not restlessness", () => {
    const p = (a: number[], b: number[], season = 1) => compareCounts(a, b, { season })?.p ?? 1;
    const week = [10, 11, 9, 10, 8, 0, 0];
    const [low, high] = [
      [...week, ...week, ...week],
      [...week, ...week, ...week].map((n) => Math.round(1.4 * n)),
    ];
    expect(p(high, low, 7)).toBeLessThan(0.01);
    expect(p(high, low)).toBeGreaterThan(0.1);
  });

  test("what never happened cannot be compared", () => {
    expect(compareCounts([0, 0, 0, 0], [0, 0, 0, 0])).toEqual({ ratio: null, low: 0, high: null, p: 1 });
    expect(compareCounts([3, 4, 5, 4], [0, 0, 0, 0])).toMatchObject({ ratio: null, high: null });
    expect(compareCounts([3, 4, 5], [1, 1, 1, 1])).toBeNull();
  });
});

function mass(n: number, k: number, chance: number): number {
  let choose = 1;
  for (let i = 1; i <= k; i++) choose *= (n - k + i) / i;
  return choose * chance ** k * (1 - chance) ** (n - k);
}
