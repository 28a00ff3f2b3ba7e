import { describe, expect, test } from "vitest";
import { parseArtifact } from "../artifact.ts";
import { handMadeModel } from "../explain/hand-made-model.ts";
import { identity } from "./calibration.ts";
import { halfWidth, noWidening, wideningFor, wideningWithoutSignal } from "./interval.ts";

describe("half the interval", () => {
  const prediction = { logOdds: 0.3, variance: 0.04 };

  test("is 1.645 standard deviations of a model that knows its errors", () => {
    expect(halfWidth(identity, prediction, noWidening)).toBeCloseTo(1.6449 * 0.2, 10);
  });

  test("widens the deviation, and adds the variance that the formula does not see", () => {
    // √(9 × .04 + .28) = .8.
    expect(halfWidth(identity, prediction, { factor: 3, missed: 0.28 })).toBeCloseTo(1.6449 * 0.8, 10);
  });
});

test("the widening goes with the measured spread, and fades with the leads", () => {
  expect(wideningFor({ rarer: 81, spread: 2, told: 0.62 })).toEqual({
    factor: 0.95 * 2 * 2,
    missed: 0.02,
    spread: 2,
  });
  const many = wideningFor({ rarer: 1_000_000, spread: 1, told: 1 });
  expect(many.factor).toBeCloseTo(0.95, 1);
  expect(many.missed).toBeLessThan(1e-5);
});

describe("without signal", () => {
  const found = { rarer: 300, baseRate: 0.5, gain: 0.01, error: 0.01 };

  test("chances may lie as far from the base rate as a gain that is not ruled out allows", () => {
    // 6 × (.01 + 1.6449 × .01) / .25 + 5 / 300.
    expect(wideningWithoutSignal(found).missed).toBeCloseTo(0.6514, 4);
  });

  test("a gain that is ruled out leaves what nobody looked for", () => {
    expect(wideningWithoutSignal({ ...found, gain: -0.1 }).missed).toBeCloseTo(1 / 60, 10);
  });
});

test.each([
  ["a number, as older versions wrote it", 1.4, { factor: 1.4, missed: 0, spread: 1 }],
  ["all its parts", { factor: 2, missed: 0.1, spread: 1 }, { factor: 2, missed: 0.1, spread: 1 }],
])("a stored artifact is read with %s", (_, widening, read) => {
  const { artifact } = handMadeModel({ rules: {} });
  expect(parseArtifact({ ...artifact, widening }).widening).toEqual(read);
});
