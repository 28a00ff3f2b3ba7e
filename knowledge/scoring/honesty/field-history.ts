import { z } from "zod";
import { fieldFeature } from "../features/feature.ts";
import { dateOf } from "../features/fields.ts";
import type { LeadRecord } from "../snapshots/load-snapshots.ts";
import { courseOf, dayOf, earliestOther, type LastValue, type LeadCourse } from "./lead-course.ts";

const leads = z.number().int();

/** What became of a field in leads that ended one way. */
const endedCourse = z.object({
  /** Leads that have a value in the end. */
  filled: leads,
  /** Of these, leads of which it is known when the value came and when they ended, and that lasted over a day. */
  timed: leads,
  /** Of these, leads whose value came or changed on the day of the outcome or later. */
  late: leads,
});

const datesCourse = z.object({
  /** Leads whose value is a date. */
  leads,
  /** Ended leads whose value is a date, where the outcome's date is known. */
  withOutcome: leads,
  /** Of these, leads whose date is the outcome's day. */
  onOutcome: leads,
  afterOutcome: leads,
  /** Leads whose value is a date, where the first contact's date is known. */
  withContact: leads,
  /** Of these, leads whose date lies over a day after the first contact, and was not known beforehand. */
  afterContact: leads,
  /** Leads without a dated beginning that have another date too. */
  withOther: leads,
  /** Of these, leads whose date lies over a day after the earliest other one of the same years. */
  afterOther: leads,
});

/** What a field did over the leads' courses, in counts of leads. */
export const fieldCourse = z.object({
  field: z.string(),
  won: endedCourse,
  lost: endedCourse,
  /** Open leads that have a value. */
  open: leads,
  dates: datesCourse,
});
export type FieldCourse = z.infer<typeof fieldCourse>;

/** What snapshots before the outcome cannot tell: when fields came to be filled. Counts only; can be stored as JSON. */
export const fieldHistory = z.object({ won: leads, lost: leads, open: leads, fields: z.array(fieldCourse) });
export type FieldHistory = z.infer<typeof fieldHistory>;

/** Counts lead by lead, so that no more than a page of records need be held. */
export interface HistoryCounter {
  add(record: LeadRecord): void;
  history(): FieldHistory;
}

/** Counts over records at hand: leads that ended and, to compare them with, open ones. */
export function fieldHistoryOf(records: Iterable<LeadRecord>): FieldHistory {
  const counter = countFieldHistory();
  for (const record of records) counter.add(record);
  return counter.history();
}

/** Feature names of the fields that hold dates in most leads that have them: such features grow as time passes. */
export function dateSources({ fields }: FieldHistory): Set<string> {
  const dates = fields.filter((f) => f.dates.leads > (f.won.filled + f.lost.filled + f.open) / 2);
  return new Set(dates.map(({ field }) => fieldFeature(field)));
}

/** Starts a count. */
export function countFieldHistory(): HistoryCounter {
  const total = { won: 0, lost: 0, open: 0 };
  const fields = new Map<string, FieldCourse>();
  return {
    add(record) {
      total[record.outcome?.result ?? "open"]++;
      const lead = courseOf(record);
      for (const [field, value] of lead.values) {
        const course = fields.get(field) ?? newCourse(field);
        fields.set(field, course);
        count(course, { ...value, name: field }, lead);
      }
    },
    history: () => ({ ...total, fields: [...fields.values()].sort((a, b) => (a.field < b.field ? -1 : 1)) }),
  };
}

function count(course: FieldCourse, last: LastValue & { name: string }, lead: LeadCourse): void {
  if (lead.result === null) course.open++;
  else countEnded(course[lead.result], last, lead);
  const date = typeof last.value === "string" ? dateOf(last.value) : null;
  if (date !== null) countDate(course.dates, { ...last, day: dayOf(date) }, lead);
}

function countEnded(side: FieldCourse["won"], { since }: LastValue, { startDay, endDay }: LeadCourse): void {
  side.filled++;
  // A lead that ended the day it came tells nothing of what came first.
  const lasted = startDay === null || (endDay !== null && endDay > startDay);
  if (since === null || endDay === null || !lasted) return;
  side.timed++;
  if (dayOf(since) >= endDay) side.late++;
}

function countDate(
  dates: FieldCourse["dates"],
  last: LastValue & { name: string; day: number },
  lead: LeadCourse,
): void {
  dates.leads++;
  const { endDay, result } = lead;
  // What came with the lead is stamped with the lead's creation, whenever it was really written.
  const cameLater = !last.first && last.since !== null;
  const known = cameLater && dayOf(last.since ?? 0) < last.day;
  if (result !== null && endDay !== null) {
    dates.withOutcome++;
    if (!known && last.day === endDay) dates.onOutcome++;
    if (!known && last.day > endDay) dates.afterOutcome++;
  }
  if (lead.startDay !== null) {
    dates.withContact++;
    if (!known && last.day > lead.startDay + 1) dates.afterContact++;
    return;
  }
  const other = earliestOther(lead, last);
  if (other === null) return;
  dates.withOther++;
  if (!known && last.day > other + 1) dates.afterOther++;
}

function newCourse(field: string): FieldCourse {
  const side = () => ({ filled: 0, timed: 0, late: 0 });
  const outcome = { leads: 0, withOutcome: 0, onOutcome: 0, afterOutcome: 0 };
  const contact = { withContact: 0, afterContact: 0, withOther: 0, afterOther: 0 };
  return { field, won: side(), lost: side(), open: 0, dates: { ...outcome, ...contact } };
}
