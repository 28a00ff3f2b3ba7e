import { expect, test } from "vitest";
import { randomNumbers } from "../../training/synthetic-leads.ts";
import { fitThresholds } from "./fit-thresholds.ts";

const sorted = (values: number[]) => Float64Array.from(values).sort();

test("parts few values between all neighbours, however rare, by numbers of few digits", () => {
  const ones = new Array<number>(20).fill(1);
  expect(fitThresholds(sorted([...ones, 2, 4.856, 4.857, 999]), 10)).toEqual([1.5, 3, 4.8565, 500]);
});

test("one value needs no threshold", () => {
  expect(fitThresholds(sorted([7, 7, 7]), 10)).toEqual([]);
});

test("keeps neighbours apart that no other number lies between", () => {
  const next = 1 + Number.EPSILON;
  const [threshold] = fitThresholds(sorted([1, next]), 10);
  expect(threshold).toBeGreaterThanOrEqual(1);
  expect(threshold).toBeLessThan(next);
});

test("parts many values into bins of nearly the same size", () => {
  const random = randomNumbers(3);
  const values = sorted(Array.from({ length: 10_000 }, random));
  const thresholds = fitThresholds(values, 99);
  expect(thresholds).toHaveLength(99);
  thresholds.forEach((threshold, k) => {
    const below = values.filter((v) => v <= threshold).length;
    expect(Math.abs(below - 100 * (k + 1))).toBeLessThan(5);
  });
});

test("a value that many share is one bin, and the others still get theirs", () => {
  const values = sorted(Array.from({ length: 1000 }, (_, i) => (i < 900 ? 0 : i)));
  const thresholds = fitThresholds(values, 9);
  expect(thresholds.length).toBeLessThanOrEqual(9);
  expect(thresholds[0]).toBeLessThan(900);
});
