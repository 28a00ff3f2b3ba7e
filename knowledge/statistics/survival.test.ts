import { describe, expect, test } from "vitest";
import { cohorts } from "./cohorts.ts";
import { kaplanMeier, type Waiting } from "./kaplan-meier.ts";
import { logRank } from "./log-rank.ts";

/** Weeks of remission (Freireich et al., Blood 21, 1963); negative: censored. */
const treated = waiting([
  6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35,
]);
const placebo = waiting([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]);

describe("Kaplan and Meier's curve", () => {
  const survival = kaplanMeier(treated);

  test("is that of the textbooks", () => {
    expect(survival?.curve.map(({ days, share }) => [days, Math.round(1000 * share) / 1000])).toEqual([
      [6, 0.857],
      [7, 0.807],
      [10, 0.753],
      [13, 0.69],
      [16, 0.627],
      [22, 0.538],
      [23, 0.448],
    ]);
    expect(survival?.median).toBe(23);
    expect(kaplanMeier(placebo)?.median).toBe(8);
  });

  test("has limits on the log −log scale", () => {
    // At 10 weeks Greenwood's error is .0963: θ = 1.645 × .0963 / (.753 × |ln .753|) = .742.
    const { low, high } = survival?.at(12) ?? { low: 0, high: 0 };
    expect(low).toBeCloseTo(0.753 ** Math.exp(0.742), 2);
    expect(high).toBeCloseTo(0.753 ** Math.exp(-0.742), 2);
    expect(survival?.at(3)).toEqual({ share: 1, low: 1, high: 1 });
    expect(survival?.at(36)).toBeNull();
  });

  test("the median's limits are where the curve's reach one half", () => {
    const { low, high } = kaplanMeier(placebo) ?? {};
    expect(low).toBeLessThanOrEqual(8);
    expect(high).toBeGreaterThanOrEqual(8);
    expect(survival?.high).toBeNull();
  });

  test.each([
    ["nobody", [], null],
    ["nobody with the event", waiting([-3, -4]), null],
    ["one with it", waiting([5]), 5],
    [
      "times that are none",
      [
        { days: -2, event: true },
        { days: Number.NaN, event: true },
      ],
      null,
    ],
  ])("of %s", (_, times, median) => {
    expect(kaplanMeier(times)?.median ?? null).toBe(median);
  });
});

test("the log-rank test tells the two groups apart as the textbooks do", () => {
  const found = logRank(treated, placebo);
  expect(found?.observed).toBe(9);
  expect(found?.expected).toBeCloseTo(19.25, 2);
  // Chi-squared 16.79 with 1 degree of freedom.
  expect(found?.p).toBeCloseTo(4.17e-5, 6);
  expect(logRank(treated, treated)?.p).toBeCloseTo(1, 9);
  expect(logRank([], placebo)).toBeNull();
});

test("who was not watched for long is not lost", () => {
  const member = (created: string, convertedAfter: number | null, watched: number) => ({
    created,
    convertedAfter,
    watched,
  });
  const found = cohorts([
    member("2026-02-03", null, 10),
    member("2026-01-05", 10, 70),
    member("2026-01-09", null, 70),
    member("2026-01-20", null, 20),
    member("2026-01-25", 40, 70),
  ]);
  expect(found.map(({ month, n }) => [month, n])).toEqual([
    ["2026-01", 4],
    ["2026-02", 1],
  ]);
  // Of four one converts by day 30; of the two watched on, one by day 60: 1 − 3/4 × 1/2.
  expect(found[0]?.converted.map(({ share }) => share?.share ?? null)).toEqual([0.25, 0.625, null]);
  expect(found[1]?.converted.map(({ share }) => share)).toEqual([null, null, null]);
});

test("a cohort of which none converted is not sure to have none", () => {
  const [found] = cohorts(
    [0, 1, 2].map(() => ({ created: "2026-01-05", convertedAfter: null, watched: 40 })),
  );
  expect(found?.converted[0]?.share).toEqual({
    share: 0,
    low: 0,
    high: expect.closeTo(1 - 0.1 ** (1 / 3), 10),
  });
});

function waiting(days: readonly number[]): Waiting[] {
  return days.map((day) => ({ days: Math.abs(day), event: day > 0 }));
}
