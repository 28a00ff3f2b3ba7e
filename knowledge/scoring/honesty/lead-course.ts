import type { FieldValue } from "#core/domain/contact.ts";
import { dateOf } from "../features/fields.ts";
import { day } from "../features/history.ts";
import type { LeadRecord } from "../snapshots/load-snapshots.ts";

/** A field's last value, and when it came; `first` when it came with the lead. */
export interface LastValue {
  value: FieldValue;
  since: number | null;
  first: boolean;
}

/** One lead; days since 1970, because outcomes are often dated to the day. */
export interface LeadCourse {
  result: "won" | "lost" | null;
  endDay: number | null;
  /** Null when neither creation nor any touch is dated. */
  startDay: number | null;
  values: ReadonlyMap<string, LastValue>;
}

/** A date further back than this before another is of another story: a founding, a birth. */
const sameStory = 3 * 366;

/** What a lead came to. */
export function courseOf(record: LeadRecord): LeadCourse {
  const starts = [record.createdAt, record.interactions[0]?.at].filter((d) => d instanceof Date);
  return {
    result: record.outcome?.result ?? null,
    endDay: record.outcome?.at ? dayOf(record.outcome.at.getTime()) : null,
    startDay: starts.length === 0 ? null : dayOf(Math.min(...starts.map((d) => d.getTime()))),
    values: lastValues(record),
  };
}

function lastValues({ changes }: LeadRecord): Map<string, LastValue> {
  const values = new Map<string, LastValue>();
  changes.forEach(({ from, fields }, place) => {
    for (const [name, value] of Object.entries(fields)) {
      const known = values.get(name);
      if (known !== undefined ? known.value === value : value === null) continue;
      values.set(name, { value, since: from?.getTime() ?? null, first: place === 0 });
    }
  });
  for (const [name, { value }] of values) if (value === null || value === "") values.delete(name);
  return values;
}

/** The earliest of a lead's other dates that may be of the same story, ∞ if none is, null without another date. */
export function earliestOther(
  { values }: LeadCourse,
  { name, day: own }: { name: string; day: number },
): number | null {
  let earliest: number | null = null;
  for (const [other, { value }] of values) {
    const time = other === name || typeof value !== "string" ? null : dateOf(value);
    if (time === null) continue;
    const near = Math.abs(dayOf(time) - own) <= sameStory;
    earliest = Math.min(earliest ?? Number.POSITIVE_INFINITY, near ? dayOf(time) : Number.POSITIVE_INFINITY);
  }
  return earliest;
}

/** Days since 1970 of milliseconds. */
export function dayOf(time: number): number {
  return Math.floor(time / day);
}
