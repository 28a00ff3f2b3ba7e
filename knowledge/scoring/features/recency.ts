import type { SnapshotInteraction } from "../snapshots/snapshot.ts";
import type { EngagementFeature } from "./feature.ts";
import { day, type History } from "./history.ts";

/** How long ago the last touch, the lead's last reply and the team's last message were. */
export const recency: readonly EngagementFeature[] = [
  daysSince("days_since_last", "days since last contact", (h) => h.all),
  daysSince("days_since_inbound", "days since last reply", (h) => h.inbound),
  daysSince("days_since_outbound", "days since we last reached out", (h) => h.outbound),
];

function daysSince(
  name: string,
  label: string,
  pick: (history: History) => readonly SnapshotInteraction[],
): EngagementFeature {
  return {
    name,
    label,
    unit: "days",
    compute: (history) => {
      const last = pick(history).at(-1);
      return last === undefined ? null : (history.asOf - last.at.getTime()) / day;
    },
    evidence: (history) => {
      const last = pick(history).at(-1);
      return last === undefined ? [] : [last.id];
    },
  };
}
