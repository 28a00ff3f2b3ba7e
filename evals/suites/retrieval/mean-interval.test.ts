import { expect, test } from "vitest";
import { meanWithInterval, pairedDifference } from "./mean-interval.ts";

test("the interval of a share is as wide as the binomial's", () => {
  const half = Array.from({ length: 400 }, (_, i) => i % 2);
  const { value, low, high } = meanWithInterval(half);
  expect(value).toBe(0.5);
  // 1.96 × √(.25 / 400) = .049
  expect(high - low).toBeCloseTo(2 * 0.049, 2);
});

test("a constant has no width", () => {
  expect(meanWithInterval([0.3, 0.3])).toEqual({ value: 0.3, low: 0.3, high: 0.3 });
});

test("a small gain on every query is certain, however much the queries differ", () => {
  const theirs = Array.from({ length: 50 }, (_, i) => i % 2);
  const ours = theirs.map((value) => value + 0.01);
  const { low, high } = pairedDifference(ours, theirs);
  expect(low).toBeCloseTo(0.01, 10);
  expect(high).toBeCloseTo(0.01, 10);
});

test("systems that answered different queries are not compared", () => {
  expect(() => pairedDifference([1], [1, 0])).toThrow(RangeError);
});
