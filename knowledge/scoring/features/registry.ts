import { activityFeature, isActivityFeature } from "./activity.ts";
import { age } from "./age.ts";
import { channels } from "./channels.ts";
import { content } from "./content.ts";
import type { EngagementFeature } from "./feature.ts";
import { meetings } from "./meetings.ts";
import { recency } from "./recency.ts";
import { response } from "./response.ts";
import { rhythm } from "./rhythm.ts";
import { isPhraseFeature, phraseFeature } from "./text/said.ts";
import { textFeatures } from "./text/text-features.ts";
import { volume } from "./volume.ts";

/** Every engagement measure with a fixed name. Counts of activity labels and of phrases come beside them, one each. */
export const engagementFeatures: readonly EngagementFeature[] = [
  ...volume,
  ...recency,
  ...response,
  ...rhythm,
  ...channels,
  ...meetings,
  ...content,
  ...textFeatures,
  ...age,
];

const byName = new Map(engagementFeatures.map((feature) => [feature.name, feature]));
const counts = new Map<string, EngagementFeature>();

/** The measure of that name, or undefined for the name of a field. */
export function engagementFeature(name: string): EngagementFeature | undefined {
  const known = byName.get(name) ?? counts.get(name);
  if (known !== undefined) return known;
  const feature = countOf(name);
  if (feature !== undefined && counts.size < 10_000) counts.set(name, feature);
  return feature;
}

function countOf(name: string): EngagementFeature | undefined {
  if (isActivityFeature(name)) return activityFeature(name);
  return isPhraseFeature(name) ? phraseFeature(name) : undefined;
}
