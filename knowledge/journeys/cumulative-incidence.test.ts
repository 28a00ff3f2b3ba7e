import { expect, test } from "vitest";
import { kaplanMeier } from "../statistics/kaplan-meier.ts";
import { cumulativeIncidence, type Watched } from "./cumulative-incidence.ts";

const watched = (told: string): Watched[] =>
  told.split(" ").map((one) => ({
    days: Number.parseFloat(one),
    end: one.endsWith("w") ? "event" : one.endsWith("l") ? "competing" : null,
  }));

test("the share by each day, of all, by hand-counted numbers", () => {
  // After day 1: 1/5. Free 4/5, then 3/5; day 3: + 3/5 · 1/3 = .4; one is let go; day 5: + 2/5 · 1/1 = .8.
  const found = cumulativeIncidence(watched("1w 2l 3w 4 5w"));
  expect(found?.curve.map(({ days, atRisk }) => [days, atRisk])).toEqual([
    [1, 5],
    [3, 3],
    [5, 1],
  ]);
  for (const [days, share] of [
    [0.5, 0],
    [1, 0.2],
    [2.5, 0.2],
    [3, 0.4],
    [5, 0.8],
  ] as const)
    expect(found?.at(days)?.share).toBeCloseTo(share, 12);
  expect(found?.at(6)).toBeNull();
  expect(found?.median).toBe(5);
  expect(found?.quarters.map(({ share, days }) => [share, days])).toEqual([
    [0.25, 3],
    [0.5, 5],
    [0.75, 5],
  ]);
  for (const { days, low, high } of found?.quarters ?? []) {
    expect(low ?? 0).toBeLessThanOrEqual(days ?? 0);
    expect(high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(days ?? 0);
  }
});

test("where nobody is censored it is the share, with its binomial variance, whatever the others did", () => {
  const found = cumulativeIncidence(watched("1l 2w 3l 4w 5l 6l 7w 8l 9l 10l"))?.at(10);
  expect(found?.share).toBeCloseTo(0.3, 12);
  const error = Math.sqrt((0.3 * 0.7) / 10) / (0.3 * -Math.log(0.3));
  expect(found?.low).toBeCloseTo(0.3 ** Math.exp(1.6448536 * error), 10);
  expect(found?.high).toBeCloseTo(0.3 ** Math.exp(-1.6448536 * error), 10);
});

test("without another end it is what Kaplan and Meier tell", () => {
  const told = "1w 2 3w 3w 4 6w 7 8w 9";
  const found = cumulativeIncidence(watched(told));
  const survival = kaplanMeier(watched(told).map(({ days, end }) => ({ days, event: end !== null })));
  for (const day of [1, 3, 6, 8]) {
    expect(found?.at(day)?.share).toBeCloseTo(1 - (survival?.at(day)?.share ?? 0), 12);
  }
  expect(found?.median).toBe(survival?.median);
});

test("the ends of the scale: nobody watched, all won, most lost", () => {
  expect(cumulativeIncidence([])).toBeNull();
  expect(cumulativeIncidence(watched("1w 1w 1w"))?.at(1)).toMatchObject({ share: 1, high: 1 });
  expect(cumulativeIncidence(watched("1l 2l 3w"))).toMatchObject({ median: null });
});
