import { describe, expect, test } from "vitest";
import { countQuantile, countTails } from "./count-tails.ts";
import { chiSquaredAbove, fisherAbove, normalTwoSided, studentTwoSided, studentWithin } from "./two-sided.ts";

// Quantiles and tails as R's qnorm, qt, qchisq, qf and pnorm give them.
test.each([
  ["normal, 5 %", normalTwoSided(1.959963984540054), 0.05],
  ["normal, far out", normalTwoSided(5), 5.733031437583867e-7],
  ["normal, very far out", normalTwoSided(10), 1.523970604832094e-23],
  ["normal, in the middle", normalTwoSided(0), 1],
  ["t of 1", studentTwoSided(1, 1), 0.5],
  ["t of 10", studentTwoSided(2.228138851964939, 10), 0.05],
  ["t of 3, far out", studentTwoSided(12.92397863668, 3), 0.001],
  ["chi-squared of 1", chiSquaredAbove(3.841458820694124, 1), 0.05],
  ["chi-squared of 6", chiSquaredAbove(16.811893829770927, 6), 0.01],
  ["F of 3 and 10", fisherAbove(3.708264819, 3, 10), 0.05],
])("%s", (_, tail, expected) => {
  expect(tail / expected).toBeCloseTo(1, 7);
});

test("what a t number stays within is where its tail begins", () => {
  expect(studentWithin(0.9, 5)).toBeCloseTo(2.015048372669157, 8);
  expect(studentTwoSided(studentWithin(0.999, 2.5), 2.5)).toBeCloseTo(0.001, 10);
});

describe.each([
  [3, 1],
  [3, 2.5],
  [40, 1],
  [0.2, 1.4],
  [25, 8],
])("counts of mean %d and dispersion %d", (mean, dispersion) => {
  const masses = massesOf(mean, dispersion);

  test("have the tails that their masses add up to", () => {
    for (const count of [0, 1, 2, 5, 30, 60]) {
      const { atMost, atLeast } = countTails({ mean, dispersion }, count);
      expect(atMost).toBeCloseTo(sum(masses.slice(0, count + 1)), 9);
      expect(atLeast).toBeCloseTo(1 - sum(masses.slice(0, count)), 9);
    }
  });

  test("have a quantile that is the first count to reach the share", () => {
    const quantile = countQuantile({ mean, dispersion }, 0.95);
    expect(sum(masses.slice(0, quantile + 1))).toBeGreaterThanOrEqual(0.95);
    expect(sum(masses.slice(0, quantile))).toBeLessThan(0.95);
  });
});

/** Masses of 0, 1, … by their recursions. */
function massesOf(mean: number, dispersion: number): number[] {
  const size = mean / (dispersion - 1);
  const masses = [dispersion === 1 ? Math.exp(-mean) : dispersion ** -size];
  for (let k = 0; k < 400; k++) {
    const step = dispersion === 1 ? mean / (k + 1) : ((size + k) / (k + 1)) * (1 - 1 / dispersion);
    masses.push((masses[k] ?? 0) * step);
  }
  return masses;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
