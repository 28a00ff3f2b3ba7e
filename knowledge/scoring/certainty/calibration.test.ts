import { describe, expect, test } from "vitest";
import { sigmoid } from "../models/moments.ts";
import { randomNumbers } from "../training/synthetic-leads.ts";
import { calibrate, calibratedVariance, fitCalibration, identity } from "./calibration.ts";

function drawn(truth: (z: number) => number, count = 6000) {
  const random = randomNumbers(11);
  const logOdds = Float64Array.from({ length: count }, () => 6 * random() - 4);
  const labels = Uint8Array.from(logOdds, (z) => (random() < sigmoid(truth(z)) ? 1 : 0));
  return fitCalibration(logOdds, labels);
}

test("leaves calibrated log-odds alone", () => {
  expect(drawn((z) => z)).toBe(identity);
});

test("corrects overconfidence by Platt's map", () => {
  const map = drawn((z) => 0.5 * z - 0.5, 20_000);
  expect(map.kind).toBe("platt");
  expect(map.a).toBeCloseTo(0.5, 1);
  expect(map.b).toBe(map.a);
  expect(map.c).toBeCloseTo(-0.5, 0);
});

test("corrects one end only by a beta map", () => {
  const bent = { kind: "beta", a: 2, b: 0.3, c: 0, covariance: Array(9).fill(0) } as const;
  const map = drawn((z) => calibrate(bent, z), 20_000);
  expect(map.kind).toBe("beta");
  expect(map.a).toBeCloseTo(2, 0);
  expect(map.b).toBeCloseTo(0.3, 0);
});

describe("a fitted map", () => {
  const map = drawn((z) => 0.6 * z + 0.3);

  test("never turns the order round", () => {
    for (let z = -30; z < 30; z += 0.5) expect(calibrate(map, z + 0.5)).toBeGreaterThan(calibrate(map, z));
  });

  test("adds its own variance to the model's", () => {
    expect(calibratedVariance(map, 0.5, 0)).toBeGreaterThan(0);
    expect(calibratedVariance(identity, 0.5, 0.04)).toBeCloseTo(0.04, 12);
  });
});

test("is not tried on one outcome", () => {
  const zeros = new Uint8Array(40);
  expect(fitCalibration(new Float64Array(40), zeros)).toBe(identity);
});
