import { createHash } from "node:crypto";
import { canonical } from "./canonical.ts";
import type { InsightData } from "./insight-data.ts";

/** SHA-256 of every series, grouping, total and listed opportunity, as hex; the same for the same data, whatever order they came in. */
export function dataHash(data: InsightData, opportunityIds: readonly string[]): string {
  const { series, groupings, totals, first, grain, timeZone } = data;
  const parts = [
    { first, grain, timeZone },
    ...series.toSorted((a, b) => compare(a.metric, b.metric)),
    ...groupings.toSorted((a, b) => compare(`${a.metric} ${a.dimension}`, `${b.metric} ${b.dimension}`)),
    ...totals.toSorted((a, b) => compare(`${a.metric} ${a.period}`, `${b.metric} ${b.period}`)),
    [...opportunityIds].sort(),
  ];
  return createHash("sha256").update(parts.map(canonical).join("\n")).digest("hex");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
