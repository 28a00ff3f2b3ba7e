import { describe, expect, test } from "vitest";
import { seededRandom } from "../scoring/evaluate/seeded-random.ts";
import { mannKendall } from "./mann-kendall.ts";
import { theilSen } from "./theil-sen.ts";

const random = seededRandom(7);
const noise = Array.from({ length: 60 }, () => random() + random() + random() - 1.5);

describe("Mann and Kendall's test", () => {
  test("knows a series that only rises, and its mirror image", () => {
    const rising = Array.from({ length: 10 }, (_, i) => i);
    // S = 45, variance 10 × 9 × 25 / 18 = 125, z = 44 / 11.18 = 3.935; of t with 16 degrees .00118.
    expect(mannKendall(rising)).toEqual({ tau: 1, p: expect.closeTo(0.00118, 5) });
    expect(mannKendall(rising.toReversed())).toEqual({ tau: -1, p: mannKendall(rising)?.p });
  });

  test("corrects for ties", () => {
    // S = 12 of 16 untied pairs; variance (8 × 7 × 21 − 3 × (2 × 1 × 9) − 2 × 1 × 9) / 18 = 61.3; z = 11 / 7.83.
    const tied = mannKendall([1, 1, 2, 2, 3, 1.5, 3, 2.5]);
    expect(tied?.tau).toBeCloseTo(scoreOf([1, 1, 2, 2, 3, 1.5, 3, 2.5]), 12);
    expect(mannKendall([4, 4, 4, 4, 4, 4, 4, 4, 4])).toBeNull();
  });

  test("skips what is not known", () => {
    const gaps = [1, null, 2, 3, null, null, 4, 5, 6, 7, 8];
    expect(mannKendall(gaps)?.tau).toBe(1);
    expect(mannKendall(gaps.slice(0, 8))).toBeNull();
  });

  test("takes a week for a week, and finds the trend under it", () => {
    const week = [30, 31, 29, 30, 28, 2, 1];
    const flat = Array.from({ length: 56 }, (_, i) => (week[i % 7] ?? 0) + (noise[i] ?? 0));
    expect(mannKendall(flat, { season: 7 })?.p).toBeGreaterThan(0.05);
    const rising = flat.map((value, i) => value + 0.05 * i);
    expect(mannKendall(rising, { season: 7 })?.p).toBeLessThan(1e-4);
    expect(mannKendall(rising)?.p).toBeGreaterThan(0.01);
  });

  test("is less sure of values that hang together", () => {
    let level = 0;
    const dependent = noise.map((value) => {
      level = 0.7 * level + value;
      return level;
    });
    const slope = 0.015;
    const p = (values: readonly number[]) => mannKendall(values.map((value, i) => value + slope * i))?.p ?? 1;
    expect(p(noise)).toBeLessThan(0.001);
    expect(p(dependent)).toBeGreaterThan(10 * p(noise));
  });
});

describe("Theil and Sen's line", () => {
  test("is not moved by one value", () => {
    const line = theilSen([1, 2, 3, 4, 500, 6, 7, 8]);
    expect(line).toMatchObject({ slope: 1, intercept: 1 });
  });

  test("has the median of all slopes, hand-counted", () => {
    // 1, 3, 2, 5, 4: slopes 2, .5, 4/3, .75, −1, 1, 1/3, 3, 1, −1; their median is (.75 + 1) / 2.
    expect(theilSen([1, 3, 2, 5, 4])?.slope).toBeCloseTo(0.875, 12);
  });

  test("compares Mondays with Mondays", () => {
    const values = Array.from({ length: 28 }, (_, i) => (i % 7) * 100 + i);
    expect(theilSen(values, { season: 7 })?.slope).toBe(1);
  });

  test("has an interval that holds the true slope about nine times in ten", () => {
    const draws = 300;
    let inside = 0;
    for (let draw = 0; draw < draws; draw++) {
      const own = seededRandom(draw);
      const line = theilSen(Array.from({ length: 30 }, (_, i) => 0.2 * i + 4 * (own() + own() + own())));
      if (line && line.low <= 0.2 && 0.2 <= line.high) inside++;
    }
    expect(inside / draws).toBeGreaterThan(0.86);
    expect(inside / draws).toBeLessThan(0.98);
  });
});

/** Kendall's tau of untied pairs, by counting. */
function scoreOf(values: readonly number[]): number {
  const signs = values.flatMap((a, i) => values.slice(i + 1).map((b) => Math.sign(b - a)));
  const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
  return sum(signs) / sum(signs.map(Math.abs));
}
