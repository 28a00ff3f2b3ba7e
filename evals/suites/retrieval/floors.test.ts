import { expect, test } from "vitest";
import { verdictOf } from "../../report/figure-table.ts";
import { setFloors } from "./floors.ts";
import type { SetResult, System } from "./results.ts";

function resultOf(name: string, values: Partial<Record<System, number>>): SetResult {
  const systems = Object.entries(values).map(([system, value]) => ({
    system: system as System,
    queries: [{ ndcg10: value, recall: value, mrr10: value }],
    p50: 1,
    p95: 1,
  }));
  return { name, about: "", documents: 1, queries: 1, k: 5, seconds: 1, systems };
}

const verdicts = (name: string, values: Partial<Record<System, number>>) =>
  setFloors[name]?.({ sets: [resultOf(name, values)] }).map(verdictOf);

test("a set that is absent misses its floors", () => {
  const floors = Object.values(setFloors).flatMap((floorsOf) => floorsOf({ sets: [] }));
  expect(floors).toHaveLength(5);
  expect(new Set(floors.map(verdictOf))).toEqual(new Set(["missing"]));
});

test("scifact may lose a hundredth to the reference, and nothing by fusion", () => {
  expect(verdicts("scifact", { "reference BM25": 0.7, lexical: 0.691, fused: 0.691 })).toEqual([
    "holds",
    "holds",
  ]);
  expect(verdicts("scifact", { "reference BM25": 0.7, lexical: 0.689, fused: 0.688 })).toEqual([
    "MISSED",
    "MISSED",
  ]);
});

test("rounds must gain on tau2 over the reference", () => {
  const one = { "reference BM25": 0.2, fused: 0.2 };
  expect(verdicts("tau2", { ...one, "graph, 3 rounds": 0.25 })).toEqual(["holds", "holds"]);
  expect(verdicts("tau2", { ...one, "graph, 3 rounds": 0.23 })).toEqual(["holds", "MISSED"]);
  expect(verdicts("tau2", one)).toEqual(["holds", "missing"]);
});

test.each([
  [0.7, "holds"],
  [0.69, "MISSED"],
])("dstc10 at %d %s", (value, verdict) => {
  expect(verdicts("dstc10", { fused: value })).toEqual([verdict]);
});
