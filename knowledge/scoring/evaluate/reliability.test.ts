import { expect, test } from "vitest";
import { reliabilityTable } from "./reliability.ts";
import { wilsonInterval } from "./wilson.ts";

test.each([
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("Wilson's interval of %i of %i", (hits, of, low, high) => {
  expect(wilsonInterval(hits, of).low).toBeCloseTo(low, 4);
  expect(wilsonInterval(hits, of).high).toBeCloseTo(high, 4);
});

test("nothing is known of a share of none", () => {
  expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
});

test("bins hold equal counts in the order of the scores, whatever the order of the leads", () => {
  const table = reliabilityTable(
    { scores: Float64Array.of(0.9, 0.1, 0.5, 0.3, 0.7, 0.2), labels: Uint8Array.of(1, 0, 1, 0, 0, 1) },
    3,
  );
  expect(table.map(({ leads, won }) => [leads, won])).toEqual([
    [2, 1],
    [2, 1],
    [2, 1],
  ]);
  expect(table.map(({ predicted }) => predicted.toFixed(2))).toEqual(["0.15", "0.40", "0.80"]);
  expect(table[0]?.observed).toBe(0.5);
  expect(table[0]?.low).toBeCloseTo(wilsonInterval(1, 2).low, 12);
});

test("equal scores stay in one bin", () => {
  const alike = { scores: new Float64Array(6).fill(0.4), labels: Uint8Array.of(1, 0, 0, 1, 0, 0) };
  expect(reliabilityTable(alike).map(({ leads, observed }) => [leads, observed])).toEqual([[6, 1 / 3]]);
  const tied = { scores: Float64Array.of(0.1, 0.5, 0.5, 0.5, 0.8, 0.9), labels: new Uint8Array(6) };
  expect(reliabilityTable(tied, 3).map(({ leads }) => leads)).toEqual([4, 2]);
});
