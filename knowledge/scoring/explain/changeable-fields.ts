import { z } from "zod";
import type { FieldValue } from "#core/domain/contact.ts";
import { dateOf } from "../features/fields.ts";
import type { LeadRecord } from "../snapshots/load-snapshots.ts";

/** A field that changes while a lead is worked on, and the values that leads commonly have there. */
export const changeableField = z.object({
  field: z.string(),
  /** Of a category, the commonest first; empty for a number. */
  levels: z.array(z.union([z.string(), z.boolean()])),
  /** Of a number, ascending: at 10, 25, 50, 75 and 90 %; empty for a category. */
  quantiles: z.array(z.number()),
});
export type ChangeableField = z.infer<typeof changeableField>;

/** Fewer leads with a change than this may be corrections. */
const fewestLeads = 3;
const leastShare = 0.05;
/** A level that fewer leads have is no common one. */
const fewestOfLevel = 5;
const mostLevels = 12;
const longestLevel = 60;

/**
 * Fields that people can do something about, from how leads went: those whose known value became another before the lead
 * ended, for at least three leads and a twentieth of those that were recorded more than once. Who somebody is (age,
 * country, size of the company) is recorded once and does not change. Dates and free texts are left out.
 * @param declared fields that count as changeable whatever the history says, for data that came without one.
 */
export function changeableFields(
  records: readonly LeadRecord[],
  declared: readonly string[] = [],
): ChangeableField[] {
  const courses = records.map(courseOf);
  const watched = courses.filter(({ states }) => states > 1);
  const changed = new Map<string, number>();
  for (const { values } of watched) {
    for (const [field, had] of values) {
      if (had.length > 1) changed.set(field, (changed.get(field) ?? 0) + 1);
    }
  }
  const least = Math.max(fewestLeads, leastShare * watched.length);
  const found = [...changed].filter(([, leads]) => leads >= least).map(([field]) => field);
  const fields = [...new Set([...found, ...declared])].sort();
  return fields.map((field) => describe(field, courses)).filter(hasChoice);
}

interface Course {
  /** How many times the lead was recorded before it ended. */
  states: number;
  /** By field: its known values in order, none twice in a row. */
  values: ReadonlyMap<string, FieldValue[]>;
}

function courseOf({ changes, outcome }: LeadRecord): Course {
  const end = outcome?.at;
  // What changes with the end or after it is a consequence of it.
  const before = changes.filter(({ from }) => from === null || !end || from < end);
  const values = new Map<string, FieldValue[]>();
  for (const { fields } of before) {
    for (const [field, value] of Object.entries(fields)) {
      if (value === null || value === "") continue;
      const had = values.get(field) ?? [];
      if (had.at(-1) !== value) values.set(field, [...had, value]);
    }
  }
  return { states: before.length, values };
}

function describe(field: string, courses: readonly Course[]): ChangeableField {
  const values = courses.flatMap(({ values }) => values.get(field) ?? []);
  const numbers = values.filter((value) => typeof value === "number" && Number.isFinite(value));
  if (numbers.length > values.length / 2) return { field, levels: [], quantiles: quantilesOf(numbers) };
  return { field, levels: commonLevels(values), quantiles: [] };
}

function quantilesOf(values: readonly FieldValue[]): number[] {
  const sorted = Float64Array.from(values as readonly number[]).sort();
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number;
  return [...new Set([0.1, 0.25, 0.5, 0.75, 0.9].map(at))];
}

function commonLevels(values: readonly FieldValue[]): (string | boolean)[] {
  const counts = new Map<string | boolean, number>();
  for (const value of values) {
    const isLevel =
      typeof value === "boolean" ||
      (typeof value === "string" && value.length <= longestLevel && dateOf(value) === null);
    if (isLevel) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= fewestOfLevel)
    .sort(([a, m], [b, n]) => n - m || (String(a) < String(b) ? -1 : 1))
    .slice(0, mostLevels)
    .map(([level]) => level);
}

function hasChoice({ levels, quantiles }: ChangeableField): boolean {
  return levels.length + quantiles.length > 1;
}
