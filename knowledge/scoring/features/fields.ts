import type { FieldValue } from "#core/domain/contact.ts";
import type { FeatureValue } from "./feature.ts";
import { day } from "./history.ts";

const isoDate = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?$/;

/** A field as a model reads it: dates become days before the moment, blanks and infinities null. */
export function fieldFeatureValue(value: FieldValue, asOf: Date): FeatureValue {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string") return value;
  const time = dateOf(value);
  if (time !== null) return (asOf.getTime() - time) / day;
  return value.trim() === "" ? null : value;
}

/** Milliseconds since 1970 of an ISO 8601 date or date and time; null of any other text. */
export function dateOf(value: string): number | null {
  if (value.length < 10 || value.charCodeAt(4) !== 45 || !isoDate.test(value)) return null;
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : time;
}
