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
  const numbers: number[] = [];
  let [present, booleans] = [0, 0];
  for (const value of values) {
    if (value === null) continue;
    present++;
    if (typeof value === "number") numbers.push(value);
    else if (typeof value === "boolean") booleans++;
  }
  const counts = new Map<string, number>();
  const missing = values.length - present;
  if (present === 0) return { kind: "empty", missing, numbers, counts };
  if (numbers.length >= majority * present) {
    return { kind: "number", missing: values.length - numbers.length, numbers, counts };
  }
  if (booleans >= majority * present) {
    for (const value of values) if (typeof value === "boolean") bump(counts, String(value));
    return { kind: "boolean", missing: values.length - booleans, numbers, counts };
  }
  return profileWords(values, { present, missing });
}

function profileWords(
  values: readonly FeatureValue[],
  { present, missing }: { present: number; missing: number },
): ColumnProfile {
  const counts = new Map<string, number>();
  const lengths: number[] = [];
  let length = 0;
  for (const value of values) {
    if (value === null) continue;
    const word = String(value);
    lengths.push(word.length);
    length += word.length;
    bump(counts, word);
  }
  return length > textLength * present
    ? { kind: "text", missing, numbers: lengths, counts: new Map() }
    : { kind: "category", missing, numbers: [], counts };
}

function bump(counts: Map<string, number>, level: string): void {
  counts.set(level, (counts.get(level) ?? 0) + 1);
}
