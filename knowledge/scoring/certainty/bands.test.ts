import { expect, test } from "vitest";
import { bandOf, bandThresholdsOf } from "./bands.ts";

test("the best tenth, the next fifth and the next three tenths", () => {
  const probabilities = Float64Array.from({ length: 100 }, (_, i) => (i + 1) / 101);
  const thresholds = bandThresholdsOf(probabilities);
  const counts = { A: 0, B: 0, C: 0, D: 0 };
  for (const p of probabilities) counts[bandOf(p, thresholds)]++;
  expect(counts).toEqual({ A: 10, B: 20, C: 30, D: 40 });
});

test.each([
  ["everybody alike", Array(50).fill(0.2), { a: null, b: null, c: 0.2 }],
  ["one stands out", [0.9, ...Array(49).fill(0.2)], { a: 0.9, b: 0.9, c: 0.2 }],
  ["nobody", [], { a: null, b: null, c: null }],
])("equal probabilities stay together: %s", (_, probabilities, expected) => {
  expect(bandThresholdsOf(Float64Array.from(probabilities))).toEqual(expected);
});
