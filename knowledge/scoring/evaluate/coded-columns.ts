import type { FeatureRow, FeatureValue } from "../features/feature.ts";
import { seededRandom } from "./seeded-random.ts";

/** A column with a number in place of each value. */
export interface CodedColumn {
  /** Of each row; 0: no value. */
  codes: Int32Array;
  /** Rows with each code. */
  counts: Int32Array;
  /** A random number in 0 … 2⁵² − 1 for each code, so that sums over columns tell rows apart. */
  marks: Float64Array;
  /** Texts that merely name the rows, of which no model learns. */
  naming: boolean;
}

/** Texts that differ in more than this share of the rows are names of rows. */
const naming = 0.9;

interface Coding {
  codes: Int32Array;
  known: Map<FeatureValue, number>;
}

/** The columns of a table. */
export function codeColumns(rows: readonly FeatureRow[]): CodedColumn[] {
  const codings = new Map<string, Coding>();
  rows.forEach((row, r) => {
    for (const name in row) {
      const value = row[name] ?? null;
      if (value === null) continue;
      const coding = codings.get(name) ?? { codes: new Int32Array(rows.length), known: new Map() };
      if (coding.known.size === 0) codings.set(name, coding);
      const code = coding.known.get(value) ?? coding.known.size + 1;
      coding.known.set(value, code);
      coding.codes[r] = code;
    }
  });
  const random = seededRandom(1);
  return [...codings.values()].map((coding) => coded(coding, random));
}

function isNaming({ codes, known }: Coding): boolean {
  const present = codes.reduce((sum, code) => sum + (code > 0 ? 1 : 0), 0);
  return known.size > naming * present && [...known.keys()].every((value) => typeof value === "string");
}

function coded(coding: Coding, random: () => number): CodedColumn {
  const { codes, known } = coding;
  const counts = new Int32Array(known.size + 1);
  for (const code of codes) counts[code] = (counts[code] as number) + 1;
  return { codes, counts, marks: Float64Array.from(counts, () => mark(random)), naming: isNaming(coding) };
}

function mark(random: () => number): number {
  return Math.floor(random() * 2 ** 26) * 2 ** 26 + Math.floor(random() * 2 ** 26);
}
