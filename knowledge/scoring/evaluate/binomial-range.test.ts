import { expect, test } from "vitest";
import { binomialRange } from "./binomial-range.ts";

test.each([
  // Quantiles of R's qbinom(c(.025, .975), n, p).
  [10, 0.5, 2, 8],
  [20, 0.1, 0, 5],
  [100, 0.3, 21, 39],
  [3, 0.01, 0, 1],
])("of %i leads with a chance of %d", (leads, chance, low, high) => {
  expect(binomialRange(leads, chance)).toEqual({ low: low / leads, high: high / leads });
});

test("a hundred thousand leads do not run out of numbers", () => {
  const { low, high } = binomialRange(100_000, 0.5);
  expect(low).toBeCloseTo(0.5 - 1.96 * Math.sqrt(0.25 / 100_000), 4);
  expect(high).toBeCloseTo(0.5 + 1.96 * Math.sqrt(0.25 / 100_000), 4);
});

test("what is certain does not vary", () => {
  expect(binomialRange(50, 1)).toEqual({ low: 1, high: 1 });
  expect(binomialRange(50, 0)).toEqual({ low: 0, high: 0 });
});
