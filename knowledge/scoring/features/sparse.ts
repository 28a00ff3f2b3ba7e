import { isActivityFeature } from "./activity.ts";
import type { FeatureValue } from "./feature.ts";
import { isPhraseFeature } from "./text/said.ts";
import { isToldFeature } from "./text/told.ts";

/** What the absence of a feature from a row means: 0 for counts that rows hold only where they are not 0, else "not known". */
export function absentValue(name: string): FeatureValue {
  return isActivityFeature(name) || isToldFeature(name) || isPhraseFeature(name) ? 0 : null;
}
