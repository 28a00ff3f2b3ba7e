import { expect, test } from "vitest";
import { fewLabelsTable } from "./few-labels-table.ts";
import { businesses } from "./generators.ts";
import { measureFewLabels, ways } from "./measure-few-labels.ts";

const { scorecard } = ways;

test("judges by true chances: nothing beats them, and the scorecard is right or wrong as the business is", async () => {
  if (!scorecard) throw new Error("there is no scorecard to measure");
  const found = await measureFewLabels({ seeds: 1, wanted: ["20+20"], compared: { scorecard } });
  expect(found.map(({ business }) => business)).toEqual(businesses.map(({ name }) => name));
  for (const { auc, ceiling, excessLoss } of found) {
    expect(ceiling).toBeGreaterThan(auc);
    expect(excessLoss).toBeGreaterThan(0);
  }
  const reached = new Map(found.map(({ business, auc }) => [business, auc]));
  expect(reached.get("engagement")).toBeGreaterThan(0.7);
  expect(reached.get("contradicting")).toBeLessThan(0.4);
  expect(fewLabelsTable(found).rows).toHaveLength(businesses.length);
});
