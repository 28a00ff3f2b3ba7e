import type { History } from "./history.ts";

/** What a model may read of one lead under one name; null is "not known". */
export type FeatureValue = number | string | boolean | null;

/** One lead as a model sees it: feature name to value. An absent name means the same as null. */
export type FeatureRow = Readonly<Record<string, FeatureValue>>;

/** How a measure is written for people. */
export type FeatureUnit = "count" | "days" | "hours" | "share" | "characters" | "score";

/** A measure of how a lead and the team deal with each other, computed from interactions before a moment. */
export interface EngagementFeature {
  /** Key in a feature row. */
  name: string;
  /** What people read; unique among engagement features. */
  label: string;
  unit: FeatureUnit;
  /** Null when nothing happened yet that it could measure. */
  compute(history: History): number | null;
  /** The interactions behind it, the most telling first; at most five ids. */
  evidence(history: History): readonly string[];
}

const fieldPrefix = "field:";
const keys = new Map<string, string>();

/** The feature name of a contact's field: prefixed, so that no field can shadow an engagement measure. */
export function fieldFeature(field: string): string {
  let key = keys.get(field);
  if (key === undefined) {
    key = fieldPrefix + field;
    if (keys.size < 10_000) keys.set(field, key);
  }
  return key;
}

/** The field behind a feature name, or undefined for an engagement measure. */
export function fieldOfFeature(name: string): string | undefined {
  return name.startsWith(fieldPrefix) ? name.slice(fieldPrefix.length) : undefined;
}
