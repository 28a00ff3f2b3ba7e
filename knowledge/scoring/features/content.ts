import type { SnapshotInteraction } from "../snapshots/snapshot.ts";
import type { EngagementFeature } from "./feature.ts";
import { type History, mean, newestIds } from "./history.ts";

/** How much the lead writes, and in which mood, where the source says so. */
export const content: readonly EngagementFeature[] = [
  {
    name: "inbound_length",
    label: "usual length of the lead's messages in characters",
    unit: "characters",
    compute: (history) => mean(written(history).map((i) => i.textLength)),
    evidence: (history) => newestIds(written(history)),
  },
  {
    name: "sentiment",
    label: "mean sentiment (−1 to 1)",
    unit: "score",
    compute: (history) => mean(felt(history).map((i) => i.sentiment ?? 0)),
    evidence: (history) => newestIds(felt(history)),
  },
];

function written(history: History): readonly SnapshotInteraction[] {
  return history.inbound.filter((i) => i.textLength > 0);
}

function felt(history: History): readonly SnapshotInteraction[] {
  return history.all.filter((i) => i.sentiment !== null);
}
