import type { FieldValue } from "#core/domain/contact.ts";
import type { FeatureUnit, FeatureValue } from "../features/feature.ts";
import { dateOf } from "../features/fields.ts";
import { day } from "../features/history.ts";

const longest = 60;

/** A field's value as a person would say it. */
export function describeField(value: FieldValue | undefined, asOf: Date): string {
  if (value === null || value === undefined) return "not known";
  if (typeof value === "number") return Number.isFinite(value) ? describeNumber(value) : "not known";
  if (typeof value === "boolean") return value ? "yes" : "no";
  const time = dateOf(value);
  if (time !== null) return `${value.slice(0, 10)} (${describeDays((asOf.getTime() - time) / day)})`;
  const line = value.trim().replace(/\s+/g, " ");
  if (line === "") return "not known";
  return line.length <= longest ? line : `text of ${describeNumber(value.length)} characters`;
}

/** An engagement measure's value; its label already names the unit. */
export function describeMeasure(value: FeatureValue | undefined, unit: FeatureUnit): string {
  if (typeof value !== "number") return "none yet";
  if (unit === "share") return `${Math.round(100 * value)} %`;
  if (unit === "characters" || unit === "count") return describeNumber(Math.round(value));
  if (unit === "score") return describeNumber(Math.round(100 * value) / 100);
  return describeNumber(value < 10 ? Math.round(10 * value) / 10 : Math.round(value));
}

/** At most six significant digits, thousands set off by commas. */
export function describeNumber(value: number): string {
  const text = Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
  const whole = /^-?\d{4,}/.exec(text)?.[0];
  if (whole === undefined || text.includes("e")) return text;
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + text.slice(whole.length);
}

function describeDays(days: number): string {
  const whole = Math.round(Math.abs(days));
  if (whole === 0) return "today";
  const span = whole === 1 ? "1 day" : `${describeNumber(whole)} days`;
  return days > 0 ? `${span} ago` : `in ${span}`;
}
