import { expect, test } from "vitest";
import { baseRateModel } from "./base-rate.ts";
import { loadScoringModel } from "./load-scoring-model.ts";
import type { ScoringModel } from "./scoring-model.ts";
import { isStack, stackOf } from "./stack.ts";

/** Log-odds base + Σ weight × value, each source a number of the row. */
function linear(base: number, weights: Record<string, number>, variance: number): ScoringModel {
  const sources = Object.keys(weights);
  return {
    kind: "linear",
    sources,
    baseLogOdds: base,
    predict: (row) => {
      const contributions = Float64Array.from(sources, (s) => (weights[s] ?? 0) * Number(row[s] ?? 0));
      const logOdds = contributions.reduce((sum, c) => sum + c, base);
      const known = Uint8Array.from(sources, (s) => (typeof row[s] === "number" ? 1 : 0));
      return { logOdds, variance, contributions, known };
    },
    speak: (source) => (source === "c" ? "said by the second" : undefined),
    serialise: () => ({}),
  };
}

const first = linear(-1, { a: 2, b: 1 }, 0.04);
const second = linear(-2, { c: 1, a: 4 }, 0.16);
const stack = stackOf([
  { model: first, weight: 0.25 },
  { model: second, weight: 0.75 },
]);

test("is the weighted mean of its parts, source by source", () => {
  const { logOdds, contributions, variance, known } = stack.predict({ a: 1, b: 2, c: 3 });
  expect(stack.sources).toEqual(["a", "b", "c"]);
  expect(stack.baseLogOdds).toBe(0.25 * -1 + 0.75 * -2);
  expect([...contributions]).toEqual([0.25 * 2 + 0.75 * 4, 0.25 * 2, 0.75 * 3]);
  expect(logOdds).toBeCloseTo(
    contributions.reduce((sum, c) => sum + c, stack.baseLogOdds),
    12,
  );
  expect(variance).toBeCloseTo((0.25 * 0.2 + 0.75 * 0.4) ** 2, 12);
  expect([...known]).toEqual([1, 1, 1]);
});

test("leaves contributions out when they are not wanted, and says what is known either way", () => {
  const { logOdds, contributions, known } = stack.predict({ a: 1 }, false);
  expect(logOdds).toBeCloseTo(stack.predict({ a: 1 }).logOdds, 12);
  expect(contributions).toHaveLength(0);
  expect([...known]).toEqual([1, 0, 0]);
});

test("a part without weight is kept but neither votes nor speaks", () => {
  const kept = stackOf([
    { model: first, weight: 0 },
    { model: second, weight: 1 },
  ]);
  expect(isStack(kept) && kept.parts).toHaveLength(2);
  // What it reads is read, for whoever measures with it, and counts for nothing.
  expect(kept.sources).toEqual(["a", "b", "c"]);
  expect([...kept.predict({ a: 1, b: 1 }).contributions]).toEqual([4, 0, 0]);
  expect(kept.predict({ a: 1 }).logOdds).toBe(second.predict({ a: 1 }).logOdds);
});

test("the part that has a source says its value", () => {
  expect(stack.speak?.("c", {})).toBe("said by the second");
  expect(stack.speak?.("a", {})).toBeUndefined();
});

test("one part with all the weight is that model", () => {
  expect(stackOf([{ model: first, weight: 1 }])).toBe(first);
});

test("comes back from JSON", () => {
  const rates = stackOf([
    { model: baseRateModel(0.2, 50), weight: 0.5 },
    { model: baseRateModel(0.4, 50), weight: 0.5 },
  ]);
  const stored = JSON.parse(JSON.stringify({ kind: rates.kind, parameters: rates.serialise() }));
  expect(loadScoringModel(stored).predict({}).logOdds).toBe(rates.predict({}).logOdds);
});

test("neighbours without the regression that they measure with are refused by name", () => {
  const parameters = { parts: [{ kind: "neighbours", weight: 1, parameters: {} }] };
  expect(() => loadScoringModel({ kind: "stack", parameters })).toThrow(/cannot be read.*Train again/);
});
