import type { SnapshotInteraction } from "../snapshots/snapshot.ts";
import type { EngagementFeature } from "./feature.ts";
import { day, type History, newestIds } from "./history.ts";

/** How much happened: in all, each way, and lately. */
export const volume: readonly EngagementFeature[] = [
  count("interactions", "interactions", (h) => h.all),
  count("inbound", "messages and calls from the lead", (h) => h.inbound),
  count("outbound", "messages and calls to the lead", (h) => h.outbound),
  count("interactions_7d", "interactions in the last 7 days", (h) => since(h, 7)),
  count("interactions_30d", "interactions in the last 30 days", (h) => since(h, 30)),
  count("interactions_90d", "interactions in the last 90 days", (h) => since(h, 90)),
];

function count(
  name: string,
  label: string,
  pick: (history: History) => readonly SnapshotInteraction[],
): EngagementFeature {
  return {
    name,
    label,
    unit: "count",
    compute: (history) => pick(history).length,
    evidence: (history) => newestIds(pick(history)),
  };
}

function since(history: History, days: number): readonly SnapshotInteraction[] {
  if (history.all.length === 0) return history.all;
  const start = history.asOf - days * day;
  return history.all.filter((i) => i.at.getTime() >= start);
}
