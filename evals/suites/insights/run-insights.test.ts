import { expect, test } from "vitest";
import { runInsights } from "./run-insights.ts";

test("a few workspaces of each kind go through the product, and each is judged", {
  timeout: 600_000,
}, async () => {
  const report = await runInsights({
    parts: ["null", "planted", "models"],
    nullSeeds: 3,
    plantedSeeds: 1,
    kinds: ["season", "group", "period"],
    lieCases: 2,
    onProgress: () => {},
  });
  expect(report.absent).toEqual([]);
  expect(report.nulls).toHaveLength(3);
  expect(report.planted?.map(({ kind }) => kind)).toEqual(["season", "group", "period"]);
  expect(report.planted?.filter(({ found }) => found).length).toBeGreaterThan(0);
  expect(report.lies?.filter(({ said }) => said > 0)).toHaveLength(2);
  expect(report.lies?.flatMap(({ reached }) => reached)).toEqual([]);
});
