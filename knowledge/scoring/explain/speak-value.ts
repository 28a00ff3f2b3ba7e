import type { FeatureRow } from "../features/feature.ts";
import { fieldOfFeature } from "../features/feature.ts";
import { engagementFeature } from "../features/registry.ts";
import type { LeadModel } from "../lead-model.ts";
import type { LeadSnapshot } from "../snapshots/snapshot.ts";
import { describeField, describeMeasure } from "./describe-value.ts";

/** What a lead has for a source of the model, as a person would say it. */
export function spokenValue(
  { scorer }: LeadModel,
  source: string,
  { snapshot, row }: { snapshot: LeadSnapshot; row: FeatureRow },
): string {
  const field = fieldOfFeature(source);
  if (field !== undefined) return describeField(snapshot.fields[field], snapshot.asOf);
  const measure = engagementFeature(source);
  if (measure !== undefined) return describeMeasure(row[source], measure.unit);
  return scorer.speak?.(source, row) ?? describeMeasure(row[source], "count");
}
