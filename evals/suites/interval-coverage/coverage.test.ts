import { describe, expect, test } from "vitest";
import { seededRandom } from "#knowledge/scoring/evaluate/seeded-random.ts";
import { type Coverage, pooledShare, shareInside } from "./coverage.ts";
import { coverageTable } from "./coverage-table.ts";
import { generators } from "./generators.ts";
import { measureCoverage } from "./measure-coverage.ts";

const coverage = (
  shape: string,
  leads: number,
  draws: number[],
  family: Coverage["family"] = "design",
): Coverage => ({
  shape,
  family,
  leads,
  draws,
  width: 0.2,
  kinds: {},
});

test("the error comes from the draws, not from the leads asked", () => {
  // Spread of .8, .9, 1: .01; error √(.01 / 3).
  const { share, error } = shareInside({ draws: [0.8, 0.9, 1] });
  expect(share).toBeCloseTo(0.9, 12);
  expect(error).toBeCloseTo(Math.sqrt(0.01 / 3), 12);
});

test("shapes and sizes count alike when pooled", () => {
  const { share, error } = pooledShare([coverage("a", 60, [0.8, 0.8]), coverage("b", 60, [1, 0.9, 1, 0.9])]);
  expect(share).toBeCloseTo(0.875, 12);
  expect(error).toBeCloseTo(Math.sqrt(0.01 / 3 / 4) / 2, 12);
});

test("the table has a row a shape and a column a size, with dashes where nothing was measured", () => {
  const table = coverageTable([coverage("a", 60, [0.8, 0.9]), coverage("b", 200, [1, 1])]);
  expect(table.head).toEqual(["leads", "60", "200", "all sizes"]);
  expect(table.rows[0]).toEqual(["a", "85.0 ±5.0 (w 20)", "–", "85.0 ±5.0"]);
  expect(table.rows[2]).toEqual(["all shapes", "85.0 ±5.0", "100.0 ±0.0", "92.5 ±2.5"]);
});

test("families are pooled apart where there are two", () => {
  const { rows } = coverageTable([coverage("a", 60, [0.8, 0.9]), coverage("b", 200, [1, 1], "judging")]);
  expect(rows.slice(2).map((row) => [row[0], row.at(-1)])).toEqual([
    ["all design shapes", "85.0 ±5.0"],
    ["all judging shapes", "100.0 ±0.0"],
    ["all shapes", "92.5 ±2.5"],
  ]);
});

describe("generators", () => {
  test.each(generators.map((generator) => [generator.name, generator] as const))(
    "%s: about the rate that it says, and spread chances",
    (_, generator) => {
      const random = seededRandom(1);
      const chances = Array.from({ length: 5_000 }, () => generator.draw(random).chance);
      const mean = chances.reduce((sum, p) => sum + p, 0) / chances.length;
      expect(Math.abs(mean - generator.rate)).toBeLessThan(0.05 * Math.min(1, 20 * generator.rate));
      expect(Math.max(...chances)).toBeGreaterThan(1.5 * mean);
      expect(Math.min(...chances)).toBeGreaterThan(0);
    },
  );
});

test("coverage is the same again for the same seeds", async () => {
  const [generator] = generators;
  if (!generator) throw new Error("no generator");
  const question = { generator, leads: 80, seeds: 1, fresh: 50 };
  const first = await measureCoverage(question);
  expect(first.draws).toHaveLength(1);
  expect(first.width).toBeGreaterThan(0);
  expect(await measureCoverage(question)).toEqual(first);
});
