import type { FeatureRow } from "../features/feature.ts";
import { type CodedColumn, codeColumns } from "./coded-columns.ts";
import { groupEqual } from "./group-equal.ts";

/** More rows alike than this are a kind of row (leads of which nothing is known), and no copies. */
const mostAlike = 20;
/** A row is telling if chance repeats it less often than this. */
const telling = 0.2;
/** Telling rows that are repeated must be so many times as many as chance repeats. */
const beyondChance = 3;
/** Columns by which chance is measured, those with the most values: more would hardly change it. */
const mostMeasured = 32;

/**
 * Which rows are copies of another: the same in every column and with the same outcome, and too alike for chance. Few, coarse
 * columns make many rows alike that are leads of their own, so each row is held against those that differ from it in one
 * column only: were that column independent of the others, a share s of the rows having its value, n such neighbours would
 * come with n · s / (1 − s) rows that are the same throughout. Rows that chance repeats less than once in five (by the
 * column that says most) count as copies, up to 20 alike, if they are repeated three times as often as chance says in all.
 * Where none are, texts that merely name the rows are left aside: a copy may have a name of its own.
 * @returns for each row the first that is the same, itself where it is none's copy.
 */
export function findCopies(rows: readonly FeatureRow[], labels: Uint8Array): Int32Array {
  const columns = codeColumns(rows);
  const copyOf = copiesBy(columns, labels);
  const named = columns.some(({ naming }) => naming) && copyOf.every((first, row) => first === row);
  return named
    ? copiesBy(
        columns.filter(({ naming }) => !naming),
        labels,
      )
    : copyOf;
}

/** Rows that are no copy of an earlier one: on these a model is judged, so that copies count once. */
export function withoutCopies(copyOf: Int32Array): Int32Array {
  return Int32Array.from(copyOf.keys()).filter((row) => copyOf[row] === row);
}

function copiesBy(columns: readonly CodedColumn[], labels: Uint8Array): Int32Array {
  const whole = sumsOf(columns, labels);
  const { first: copyOf, alike } = groupEqual(whole);
  if (columns.length < 2 || alike.every((count) => count === 1)) return copyOf.map((_, row) => row);
  const chance = chanceOf(columns, whole, alike);
  const isTelling = (row: number) =>
    (chance[row] as number) <= telling && (alike[row] as number) <= mostAlike;
  let [repeated, expected] = [0, 0];
  for (let row = 0; row < labels.length; row++) {
    if (!isTelling(row)) continue;
    repeated += (alike[row] as number) - 1;
    expected += chance[row] as number;
  }
  const beyond = repeated > beyondChance * expected;
  return copyOf.map((first, row) => (beyond && isTelling(row) ? first : row));
}

const modulus = 2 ** 52;

/** A number for each row that rows share, but for one pair in 2⁵², if they are the same in all columns and the outcome. */
function sumsOf(columns: readonly CodedColumn[], labels: Uint8Array): Float64Array {
  const sums = Float64Array.from(labels, (label) => (label === 1 ? 1 : 0));
  for (const { codes, marks } of columns) {
    for (let row = 0; row < sums.length; row++) {
      const sum = (sums[row] as number) + (marks[codes[row] as number] as number);
      sums[row] = sum >= modulus ? sum - modulus : sum;
    }
  }
  return sums;
}

/** How many rows chance would make the same as each row, by the column that says most. */
function chanceOf(columns: readonly CodedColumn[], whole: Float64Array, alike: Int32Array): Float64Array {
  const chance = new Float64Array(whole.length);
  const measured = columns.toSorted((a, b) => b.marks.length - a.marks.length).slice(0, mostMeasured);
  for (const { codes, marks, counts } of measured) {
    const others = whole.map((sum, row) => {
      const rest = sum - (marks[codes[row] as number] as number);
      return rest < 0 ? rest + modulus : rest;
    });
    const near = groupEqual(others).alike;
    for (let row = 0; row < chance.length; row++) {
      const share = (counts[codes[row] as number] as number) / chance.length;
      const differing = (near[row] as number) - (alike[row] as number);
      if (differing > 0) chance[row] = Math.max(chance[row] as number, (differing * share) / (1 - share));
    }
  }
  return chance;
}
