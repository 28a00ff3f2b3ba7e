import { dateOf } from "../features/fields.ts";
import type { LabelledLead } from "../snapshots/snapshot.ts";

/** Share of a field's values that must be dates for it to be one. */
const majority = 0.95;

/**
 * Fields with dates, where all leads are seen at one and the same moment because nothing says when they ended. Days before that
 * moment then tell when a lead was worked on, which no new lead shares, and nothing about its course: such fields teach a
 * model the calendar. Empty where leads are seen each at a moment of its own.
 */
export function undatedFields(leads: readonly LabelledLead[]): Set<string> {
  const moment = leads[0]?.snapshot.asOf.getTime();
  if (leads.some(({ snapshot }) => snapshot.asOf.getTime() !== moment)) return new Set();
  const dates = new Map<string, number>();
  const present = new Map<string, number>();
  for (const { snapshot } of leads) {
    for (const [field, value] of Object.entries(snapshot.fields)) {
      if (value === null) continue;
      present.set(field, (present.get(field) ?? 0) + 1);
      if (typeof value === "string" && dateOf(value) !== null) dates.set(field, (dates.get(field) ?? 0) + 1);
    }
  }
  return new Set(
    [...dates].flatMap(([field, n]) => (n >= majority * (present.get(field) ?? 0) ? field : [])),
  );
}

/** Why such a field is left out. */
export const undatedReason =
  "a date, and nothing says when leads ended: import them with --outcome-date to use it";
