import { expect, test } from "vitest";
import { metrics } from "#knowledge/metrics/registry.ts";
import { listMetrics } from "./list-metrics.ts";

const principal = { tenant: { id: "", name: "" }, user: "rep", roles: ["SALES_REP"] as const };

test("lists every metric with its definition, whoever asks", async () => {
  const tool = listMetrics();
  const listed = tool.output.parse(await tool.run({ principal, signal: new AbortController().signal }, {}));
  expect(listed.metrics.map(({ id }) => id)).toEqual(metrics.map(({ id }) => id));
  for (const { id } of metrics) expect(tool.toText(listed)).toContain(`${id}: `);
  expect(tool.toText(listed)).toContain("won / (won + lost), by the time the leads ended");
});
