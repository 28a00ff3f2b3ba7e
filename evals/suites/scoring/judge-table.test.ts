import { expect, test } from "vitest";
import { judgeTable } from "./judge-table.ts";
import { scoredForTests } from "./test-scored.ts";

const scored = scoredForTests();
const result = judgeTable("made up", scored);

test("every figure lies within its interval", () => {
  for (const name of ["auc", "prAuc", "brier", "logLoss"] as const) {
    expect(result.intervals[name].low).toBeLessThan(result.metrics[name]);
    expect(result.intervals[name].high).toBeGreaterThan(result.metrics[name]);
  }
  for (const { lift, share, gain } of result.targeting) {
    expect(lift.low).toBeLessThanOrEqual(lift.value);
    expect(lift.high).toBeGreaterThanOrEqual(lift.value);
    expect(gain.value).toBeCloseTo(lift.value * share, 12);
  }
});

test("bands, bins and histogram hold every lead once", () => {
  const won = scored.labels.reduce((sum, y) => sum + y, 0);
  expect(result.bands.reduce((sum, { leads }) => sum + leads, 0)).toBe(400);
  expect(result.bands.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(result.bands.reduce((sum, { leads, rate }) => sum + leads * rate.value, 0)).toBeCloseTo(won, 9);
  expect(result.reliability.reduce((sum, { leads }) => sum + leads, 0)).toBe(400);
  expect(result.histogram.won.reduce((sum, n) => sum + n, 0)).toBe(won);
  expect(result.histogram.lost.reduce((sum, n) => sum + n, 0)).toBe(400 - won);
});

test("one outcome only cannot be judged, and the message names the table", () => {
  expect(() => judgeTable("made up", { ...scored, labels: new Uint8Array(400) })).toThrow(/made up/);
});
