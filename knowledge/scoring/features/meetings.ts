import type { SnapshotInteraction } from "../snapshots/snapshot.ts";
import type { EngagementFeature } from "./feature.ts";
import { newestIds } from "./history.ts";

/** Meetings held, wherever they took place, and calls. */
export const meetings: readonly EngagementFeature[] = [
  {
    name: "meetings",
    label: "meetings",
    unit: "count",
    compute: ({ all }) => occasions(all.filter(isMeeting)),
    evidence: ({ all }) => newestIds(all.filter(isMeeting)),
  },
  {
    name: "calls",
    label: "phone calls",
    unit: "count",
    compute: ({ all }) => occasions(all.filter(isCall)),
    evidence: ({ all }) => newestIds(all.filter(isCall)),
  },
];

/** The lines of one transcript are one occasion. */
function occasions(interactions: readonly SnapshotInteraction[]): number {
  return new Set(interactions.map(({ conversationId, id }) => conversationId ?? id)).size;
}

/** Whether people met, wherever it was. */
export function isMeeting(interaction: SnapshotInteraction): boolean {
  return interaction.type === "MEETING" || interaction.channel === "IN_PERSON";
}

function isCall(interaction: SnapshotInteraction): boolean {
  return interaction.type === "PHONE_CALL";
}
