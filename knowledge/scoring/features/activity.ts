import type { InteractionType } from "#core/domain/interaction.ts";
import type { SnapshotInteraction } from "../snapshots/snapshot.ts";
import type { EngagementFeature } from "./feature.ts";
import { type History, newestIds } from "./history.ts";

const prefix = "activity:";

/** True of a feature name that counts one of the source's own activity labels. */
export function isActivityFeature(name: string): boolean {
  return name.startsWith(prefix);
}

/** The measure that counts one label; its name starts with "activity:". */
export function activityFeature(name: string): EngagementFeature {
  const activity = name.slice(prefix.length);
  return {
    name,
    label: `“${activity}” in the history`,
    unit: "count",
    compute: ({ all }) => all.filter((i) => labelOf(i) === activity).length,
    evidence: ({ all }) => newestIds(all.filter((i) => labelOf(i) === activity)),
  };
}

/** Occurrences of each label that this lead has, by feature name; labels it lacks are absent and mean 0. */
export function activityCounts(history: History): Map<string, number> {
  const counts = new Map<string, number>();
  for (const interaction of history.all) {
    const label = labelOf(interaction);
    if (label === null) continue;
    const name = prefix + label;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** Types that no other measure counts, as people say them. */
const ownLabels: Partial<Record<InteractionType, string>> = {
  FORM_SUBMISSION: "form submission",
  WEBSITE_VISIT: "website visit",
  SOCIAL_MEDIA: "social media contact",
};

function labelOf({ activity, type }: SnapshotInteraction): string | null {
  return activity ?? (type ? (ownLabels[type] ?? null) : null);
}
