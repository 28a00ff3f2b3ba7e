import { metrics } from "#knowledge/metrics/registry.ts";

/** The metrics that have a course over time, which analyses can be planned for. */
export function plannableMetrics(): {
  id: string;
  title: string;
  unit: string;
  kind: "count" | "rate" | "median";
}[] {
  return metrics
    .filter(({ time }) => time === "series")
    .map(({ id, title, unit, kind }) => ({ id, title, unit, kind }));
}
