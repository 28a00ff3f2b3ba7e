import { describe, expect, test } from "vitest";
import { seededRandom } from "../scoring/evaluate/seeded-random.ts";
import { anomalies } from "./anomalies.ts";
import { changePoint } from "./change-point.ts";
import { seasonality } from "./seasonality.ts";

const random = seededRandom(11);
/** Whole numbers about 20, as counts are. */
const counts = Array.from({ length: 90 }, () =>
  Math.round(20 + 7.7 * (random() + random() + random() - 1.5)),
);
const week = [1.3, 1.4, 1.3, 1.2, 1, 0.4, 0.3];

describe("change points", () => {
  test("are found where they are, with their size", () => {
    const stepped = counts.map((count, i) => (i < 60 ? count : count + 14));
    const found = changePoint(stepped);
    expect(found?.at).toBe(60);
    expect(found?.p).toBeLessThan(1e-6);
    expect(found?.before).toBeCloseTo(meanOf(stepped.slice(0, 60)), 9);
    expect(found?.effect).toBeCloseTo(meanOf(stepped.slice(60)) / meanOf(stepped.slice(0, 60)) - 1, 9);
    expect(found?.low).toBeLessThan(0.7);
    expect(found?.high).toBeGreaterThan(0.7);
  });

  test("are found near the end, under a week, and counted among known values", () => {
    const late = counts.map((count, i) => Math.round((week[i % 7] ?? 1) * (i < 78 ? count : 2 * count)));
    const gaps = late.map((count, i) => (i === 5 || i === 40 ? null : count));
    const found = changePoint(gaps, { season: 7 });
    expect(Math.abs((found?.at ?? 0) - 78)).toBeLessThanOrEqual(2);
    expect(found?.p).toBeLessThan(0.001);
  });

  test("stand at their place among all values, known or not", () => {
    const values = Array.from({ length: 40 }, (_, i) =>
      i % 4 === 1 ? null : (i < 24 ? 5 : 9) + (i % 3) / 3,
    );
    expect(changePoint(values)?.at).toBe(24);
  });

  test("are not made by single spikes or by nothing", () => {
    expect(changePoint(counts)?.p).toBeGreaterThan(0.05);
    expect(changePoint(counts.map((count, i) => (i === 45 ? 400 : count)))?.p).toBeGreaterThan(0.05);
    expect(changePoint(new Array(30).fill(4))).toBeNull();
  });

  test("from nothing have no relative size", () => {
    const found = changePoint([...new Array(15).fill(0), ...new Array(15).fill(3)]);
    expect(found).toMatchObject({ at: 15, before: 0, after: 3, effect: null, low: null, high: null });
  });
});

describe("seasons", () => {
  test("are found with their profile, from the first value on", () => {
    const weekly = counts.map((count, i) => count * (week[(i + 2) % 7] ?? 1));
    const found = seasonality(weekly, 7);
    expect(found?.p).toBeLessThan(1e-9);
    expect(found?.strength).toBeGreaterThan(0.6);
    const [first = 0, , , fourth = 0] = found?.profile ?? [];
    expect(first / 20).toBeCloseTo(1.3, 0);
    expect(fourth / 20).toBeCloseTo(0.4, 0);
  });

  test("are not made by trends, steps or another period", () => {
    expect(
      seasonality(
        counts.map((count, i) => count + i),
        7,
      )?.p,
    ).toBeGreaterThan(0.01);
    expect(
      seasonality(
        counts.map((count, i) => (i > 50 ? 3 * count : count)),
        7,
      )?.p,
    ).toBeGreaterThan(0.01);
    expect(
      seasonality(
        counts.map((count, i) => count * (i % 6 === 0 ? 2 : 1)),
        7,
      )?.p,
    ).toBeGreaterThan(0.01);
  });

  test("need three turns", () => {
    expect(seasonality(counts.slice(0, 20), 7)).toBeNull();
    expect(seasonality(counts, 1)).toBeNull();
  });
});

describe("anomalies", () => {
  test("are far out against their own weekday, not against the week", () => {
    const weekly = counts.map((count, i) => Math.round(count * (week[i % 7] ?? 1)));
    weekly[33] = 28;
    const found = anomalies(weekly, { season: 7, counts: true });
    expect(found).toHaveLength(90);
    const worst = found.toSorted((a, b) => a.p - b.p)[0];
    // A Saturday with as many as a Tuesday.
    expect(worst).toMatchObject({ at: 33, value: 28 });
    expect(worst?.p).toBeLessThan(1e-4);
    expect(worst?.expected).toBeLessThan(12);
    expect(worst?.high).toBeLessThan(28);
  });

  test("below expectation count too", () => {
    const found = anomalies(
      counts.map((count, i) => (i === 50 ? 0 : count)),
      { counts: true },
    );
    expect(found.find(({ at }) => at === 50)?.p).toBeLessThan(1e-4);
  });

  test("do not hide themselves or each other, and a trend makes none", () => {
    const rising = counts.map((count, i) => Math.round(count * (1 + i / 45)));
    const least = (values: number[]) => Math.min(...anomalies(values, { counts: true }).map(({ p }) => p));
    expect(least(rising)).toBeGreaterThan(0.0005);
    const spiked = rising.map((count, i) => (i === 44 || i === 47 || i === 89 ? 3 * count : count));
    const ps = anomalies(spiked, { counts: true });
    expect([44, 47, 89].map((at) => (ps[at]?.p ?? 1) < 1e-5)).toEqual([true, true, true]);
  });

  test("of durations are told by their logarithms", () => {
    const durations = counts.map((count) => Math.exp(count / 8));
    const found = anomalies(durations);
    expect(Math.min(...found.map(({ low }) => low))).toBeGreaterThan(0);
    expect(Math.min(...found.map(({ p }) => p))).toBeGreaterThan(0.001);
  });

  test("of rates that are nearly always none are not told by one success", () => {
    const rates = Array.from({ length: 50 }, (_, i) => (i === 20 ? 1 : 0));
    expect((anomalies(rates)[20]?.p ?? 0) * 50).toBeGreaterThan(0.02);
  });
});

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
