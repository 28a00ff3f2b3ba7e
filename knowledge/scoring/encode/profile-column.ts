import type { FeatureValue } from "../features/feature.ts";

/** What a column of the training table holds. */
export interface ColumnProfile {
  /** "text": strings too long to be categories; only their length is used. */
  kind: "number" | "boolean" | "category" | "text" | "empty";
  /** Leads without a value, or with one of another kind. */
  missing: number;
  /** Values of a number, lengths of a text. */
  numbers: number[];
  /** Leads by level, of a category or boolean. */
  counts: Map<string, number>;
}

/** Share of the values that must be of one kind for the column to be of it. */
const majority = 0.95;
const textLength = 40;

/** Looks at all values of one column; mixed ones are categories of their spelling. */
export function profileColumn(values: readonly FeatureValue[]): ColumnProfile {
  const present = values.filter((v) => v !== null);
  const numbers = present.filter((v) => typeof v === "number");
  const booleans = present.filter((v) => typeof v === "boolean");
  const counts = new Map<string, number>();
  const profile = { numbers, counts, missing: values.length - present.length };
  if (present.length === 0) return { ...profile, kind: "empty" };
  if (numbers.length >= majority * present.length) {
    return { ...profile, kind: "number", missing: values.length - numbers.length };
  }
  if (booleans.length >= majority * present.length) {
    for (const v of booleans) bump(counts, String(v));
    return { ...profile, kind: "boolean", missing: values.length - booleans.length };
  }
  const lengths = present.map((v) => String(v).length);
  if (lengths.reduce((sum, n) => sum + n, 0) > textLength * present.length) {
    return { ...profile, kind: "text", numbers: lengths };
  }
  for (const v of present) bump(counts, String(v));
  return { ...profile, kind: "category" };
}

function bump(counts: Map<string, number>, level: string): void {
  counts.set(level, (counts.get(level) ?? 0) + 1);
}
