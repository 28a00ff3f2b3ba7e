import type { FeatureValue } from "../features/feature.ts";

/** A column sorted into cells within which leads count as alike: ranges of a number, levels of a category, missing. */
export interface Cells {
  kind: "number" | "category";
  /** Cell of each row. Of a number: 0 is missing, 1 other than a number, then ranges ascending. Of a category: 0 is missing. */
  cell: Int32Array;
  /** Cells, empty ones counted. */
  count: number;
  /** Largest value of each range of a number, ascending; cell 2 + i ends with the i-th. */
  uppers: Float64Array;
  /** First range of a number. */
  first: number;
}

/** Share of the values that must be numbers for the column to be one. */
const majority = 0.95;
/** Texts are told apart by so many characters: those of one form often begin alike. */
const textLength = 40;

/** Sorts a column into cells; `undefined`, null, NaN and infinities are missing. */
export function cellsOf(values: readonly (FeatureValue | undefined)[]): Cells {
  let present = 0;
  const numbers = new Float64Array(values.length);
  let n = 0;
  for (const value of values) {
    if (value === null || value === undefined) continue;
    present++;
    if (typeof value === "number" && Number.isFinite(value)) numbers[n++] = value;
    else if (typeof value === "number") present--;
  }
  const sorted = numbers.subarray(0, n).sort();
  return n > 0 && n >= majority * present ? numberCells(values, sorted) : categoryCells(values);
}

/** Upper ends of ranges with about as many leads each; a value that fills a range by itself has one of its own. */
export function rangeEnds(sorted: Float64Array, ranges: number): Float64Array {
  const target = sorted.length / ranges;
  const ends: number[] = [];
  let gathered = 0;
  for (let start = 0; start < sorted.length; ) {
    const value = sorted[start] as number;
    let end = start + 1;
    while (end < sorted.length && sorted[end] === value) end++;
    const own = end - start >= target;
    if (own && gathered > 0) ends.push(sorted[start - 1] as number);
    gathered = own ? 0 : gathered + end - start;
    if (own || gathered >= target || end === sorted.length) {
      ends.push(value);
      gathered = 0;
    }
    start = end;
  }
  return Float64Array.from(ends);
}

/** Place of the first end that is not below the value; the last one beyond all of them. */
export function rangeOf(ends: Float64Array, value: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (ends[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function numberCells(values: readonly (FeatureValue | undefined)[], sorted: Float64Array): Cells {
  const uppers = rangeEnds(sorted, Math.min(32, Math.max(5, Math.floor(Math.sqrt(sorted.length)))));
  const cell = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value === "number") cell[i] = Number.isFinite(value) ? 2 + rangeOf(uppers, value) : 0;
    else cell[i] = value === null || value === undefined ? 0 : 1;
  }
  return { kind: "number", cell, count: 2 + uppers.length, uppers, first: 2 };
}

function categoryCells(values: readonly (FeatureValue | undefined)[]): Cells {
  const places = new Map<FeatureValue, number>();
  const cell = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? null;
    if (value === null || (typeof value === "number" && !Number.isFinite(value))) continue;
    const level = typeof value === "string" && value.length > textLength ? value.slice(0, textLength) : value;
    let place = places.get(level);
    if (place === undefined) {
      place = places.size + 1;
      places.set(level, place);
    }
    cell[i] = place;
  }
  return { kind: "category", cell, count: places.size + 1, uppers: new Float64Array(0), first: 1 };
}
