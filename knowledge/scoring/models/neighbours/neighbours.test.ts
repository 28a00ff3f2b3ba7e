import { expect, test } from "vitest";
import type { FeatureRow } from "../../features/feature.ts";
import { logit } from "../moments.ts";
import type { ScoringModel } from "../scoring-model.ts";
import { loadNeighbours, neighbours, similarLeads } from "./neighbours.ts";

/** Contributes the values of x and y themselves. */
const metric: ScoringModel = {
  kind: "stub",
  sources: ["x", "y"],
  baseLogOdds: 0,
  predict: (row: FeatureRow) => ({
    logOdds: 0,
    variance: 0,
    contributions: Float64Array.of(Number(row.x), Number(row.y)),
    known: Uint8Array.of(1, 1),
  }),
  serialise: () => ({}),
};

const parameters = {
  neighbours: 3,
  shrinkage: 2,
  baseRate: 0.25,
  labels: Uint8Array.of(1, 1, 0, 0, 0, 0),
  vectors: Float32Array.of(0, 0, 0, 1, 1, 0, 9, 9, 9, 8, 8, 9),
};
const model = neighbours(parameters, metric);

test.each([
  [{ x: 0, y: 0 }, 2, (2 + 0.5) / 5],
  [{ x: 9, y: 9 }, 0, 0.5 / 5],
])("near %o %d of 3 were won, shrunk to the base rate", (row, won, chance) => {
  expect(model.neighboursOf(row)).toEqual({ won, of: 3 });
  const { logOdds, contributions, variance } = model.predict(row);
  expect(logOdds).toBeCloseTo(logit(chance), 12);
  expect(model.baseLogOdds + (contributions[0] ?? 0)).toBeCloseTo(logOdds, 12);
  expect(variance).toBeCloseTo(1 / (5 * chance * (1 - chance)), 12);
});

test("says what was found", () => {
  expect(model.sources).toEqual([similarLeads]);
  expect(model.speak?.(similarLeads, { x: 0, y: 0 })).toBe("2 of 3 won");
  expect(model.speak?.("x", { x: 0, y: 0 })).toBeUndefined();
});

test("is the same model after JSON, and refuses another metric", () => {
  const json = JSON.parse(JSON.stringify(model.serialise()));
  const row = { x: 0.4, y: 3 };
  expect(loadNeighbours(json, metric).predict(row)).toEqual(model.predict(row));
  expect(() => loadNeighbours(json, { ...metric, sources: ["x"] })).toThrow(RangeError);
});
