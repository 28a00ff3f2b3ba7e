import { expect, test } from "vitest";
import { runInsights } from "./run-insights.ts";

test("a few workspaces of each kind go through the product, and each is judged", {
  timeout: 240_000,
}, async () => {
  const report = await runInsights({
    parts: ["null", "planted", "models"],
    nullSeeds: 3,
    plantedSeeds: 1,
    lieCases: 3,
    onProgress: () => {},
  });
  expect(report.absent).toEqual([]);
  expect(report.nulls).toHaveLength(3);
  expect(report.planted?.map(({ kind }) => kind)).toEqual([
    "trend",
    "step",
    "spike",
    "season",
    "group",
    "period",
  ]);
  expect(report.planted?.filter(({ found }) => found).length).toBeGreaterThan(1);
  expect(report.lies?.filter(({ said }) => said > 0)).toHaveLength(3);
  expect(report.lies?.flatMap(({ reached }) => reached)).toEqual([]);
});
