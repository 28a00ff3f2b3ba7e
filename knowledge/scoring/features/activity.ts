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
    compute: ({ all }) => all.filter((i) => i.activity === activity).length,
    evidence: ({ all }) => newestIds(all.filter((i) => i.activity === activity)),
  };
}

/** Occurrences of each label that this lead has, by feature name; labels it lacks are absent and mean 0. */
export function activityCounts(history: History): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { activity } of history.all) {
    if (activity === null) continue;
    const name = prefix + activity;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
