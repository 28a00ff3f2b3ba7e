import { activityFeature, isActivityFeature } from "./activity.ts";
import { age } from "./age.ts";
import { channels } from "./channels.ts";
import { content } from "./content.ts";
import type { EngagementFeature } from "./feature.ts";
import { meetings } from "./meetings.ts";
import { recency } from "./recency.ts";
import { response } from "./response.ts";
import { rhythm } from "./rhythm.ts";
import { volume } from "./volume.ts";

/** Every engagement measure with a fixed name. Counts of activity labels come beside them, one a label. */
export const engagementFeatures: readonly EngagementFeature[] = [
  ...volume,
  ...recency,
  ...response,
  ...rhythm,
  ...channels,
  ...meetings,
  ...content,
  ...age,
];

const byName = new Map(engagementFeatures.map((feature) => [feature.name, feature]));
const activities = new Map<string, EngagementFeature>();

/** The measure of that name, or undefined for the name of a field. */
export function engagementFeature(name: string): EngagementFeature | undefined {
  if (!isActivityFeature(name)) return byName.get(name);
  let feature = activities.get(name);
  if (feature === undefined) {
    feature = activityFeature(name);
    if (activities.size < 10_000) activities.set(name, feature);
  }
  return feature;
}
