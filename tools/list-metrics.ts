import { z } from "zod";
import { metrics } from "#knowledge/metrics/registry.ts";
import { defineTool } from "./define-tool.ts";

const metric = z.object({
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  kind: z.enum(["count", "rate", "median"]),
  better: z.enum(["up", "down"]).nullable().describe("Which way is good news; null: neither by itself."),
  formula: z.string(),
  counts: z.string().describe("What is counted, and what is not."),
  grain: z.string().describe("day, week or month; now: only as it stands."),
  dimensions: z.array(z.string()).describe("What it can be grouped by."),
});

const output = z.object({ metrics: z.array(metric) });
export type MetricList = z.infer<typeof output>;

/** Every metric with its definition: the same in every workspace. */
export function describeMetrics(): MetricList {
  return {
    metrics: metrics.map(({ id, title, unit, kind, better, formula, counts, time, dimensions }) => ({
      ...{ id, title, unit, kind, better, formula, counts, dimensions: [...dimensions] },
      grain: time === "now" ? "now" : "day, week, month",
    })),
  };
}

/** The list as people read it. */
export function metricsText({ metrics: listed }: MetricList): string {
  return listed
    .map(
      ({ id, title, unit, formula, counts, grain, dimensions }) =>
        `${id}: ${title}, in ${unit}\n  = ${formula}\n  ${counts}\n  grain: ${grain}; groups: ${dimensions.join(", ") || "none"}`,
    )
    .join("\n");
}

/** Makes the verb that lists the metrics with their definitions. */
export const listMetrics = () =>
  defineTool({
    name: "list_metrics",
    title: "List metrics",
    description:
      "Lists every metric that insights are made of: id, formula, unit, grain, what counts, and what it can be grouped by.",
    input: z.object({}),
    output,
    effect: "read",
    permission: "contacts:read",
    run: async () => describeMetrics(),
    toText: metricsText,
  });
