import type { EngagementFeature } from "./feature.ts";
import { day, type History, median, newestIds } from "./history.ts";

/** Who carries the conversation, and how densely it runs. */
export const rhythm: readonly EngagementFeature[] = [
  {
    name: "inbound_share",
    label: "share of the conversation from the lead",
    unit: "share",
    compute: ({ inbound, outbound }) => {
      const both = inbound.length + outbound.length;
      return both === 0 ? null : inbound.length / both;
    },
    evidence: (history) => newestIds(history.inbound),
  },
  {
    name: "gap_days",
    label: "usual days between interactions",
    unit: "days",
    compute: (history) => median(gaps(history)),
    evidence: (history) => (history.all.length < 2 ? [] : newestIds(history.all)),
  },
];

function gaps(history: History): number[] {
  const result: number[] = [];
  for (let i = 1; i < history.all.length; i++) {
    const before = history.all[i - 1];
    const after = history.all[i];
    if (before && after) result.push((after.at.getTime() - before.at.getTime()) / day);
  }
  return result;
}
