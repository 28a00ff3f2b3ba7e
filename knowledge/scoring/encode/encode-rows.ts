import type { FeatureRow, FeatureValue } from "../features/feature.ts";
import { absentValue } from "../features/sparse.ts";
import type { CategoryColumn, ColumnEncoding, NumberColumn } from "./column.ts";
import { push, type RowSink, rowSink, type SparseRows } from "./sparse-rows.ts";

/** What encoding one value met: a value, a gap, or something that training never saw. */
export type Met = "known" | "missing" | "unseen";

type Encoder = (value: FeatureValue, sink: RowSink) => Met;

/** Encodes one feature of a row; nothing is pushed for "unseen", and for "missing" without a flag of its own. */
export interface FeatureEncoder {
  source: string;
  encode(row: FeatureRow, sink: RowSink): Met;
}

/** Encoders of all columns, in the order of their places. */
export function featureEncoders(columns: readonly ColumnEncoding[]): FeatureEncoder[] {
  return columns.map((column) => {
    const encode = encoderOf(column);
    const absent = absentValue(column.source);
    return { source: column.source, encode: (row, sink) => encode(row[column.source] ?? absent, sink) };
  });
}

/** The design matrix of training rows. */
export function encodeRows(
  columns: readonly ColumnEncoding[],
  width: number,
  rows: readonly FeatureRow[],
): SparseRows {
  const encoders = featureEncoders(columns);
  const sink = rowSink(rows.length * (columns.length + 1) + 64);
  const offsets = new Int32Array(rows.length + 1);
  rows.forEach((row, r) => {
    push(sink, 0, 1);
    for (const encoder of encoders) encoder.encode(row, sink);
    offsets[r + 1] = sink.size;
  });
  return { rows: rows.length, columns: width, offsets, indices: sink.indices, values: sink.values };
}

function encoderOf(column: ColumnEncoding): Encoder {
  if (column.kind === "number") return numberEncoder(column);
  if (column.kind === "category") return categoryEncoder(column);
  return (value, sink) => {
    if (typeof value !== "boolean") return missing(column, sink);
    if (value) push(sink, column.offset, 1);
    return "known";
  };
}

function numberEncoder(column: NumberColumn): Encoder {
  const spikeAt = column.offset + (column.scale > 0 ? 1 : 0);
  const knotsAt = spikeAt + (column.spike === null ? 0 : 1);
  const knots = Float64Array.from(column.knots);
  return (value, sink) => {
    const raw = column.text && value !== null ? String(value).length : value;
    if (typeof raw !== "number" || Number.isNaN(raw)) return missing(column, sink);
    if (raw === column.spike) {
      push(sink, spikeAt, 1);
      return "known";
    }
    if (column.scale === 0) return "known";
    const x = Math.min(column.high, Math.max(column.low, column.log ? Math.log1p(Math.max(0, raw)) : raw));
    push(sink, column.offset, (x - column.centre) / column.scale);
    if (knots.length > 0) pushHats(x, knots, knotsAt, sink);
    return "known";
  };
}

/** Linear B-spline of degree 1: the two knots around x share a weight of 1 (de Boor 1978). */
function pushHats(x: number, knots: Float64Array, at: number, sink: RowSink): void {
  const last = knots.length - 1;
  let above = 1;
  while (above < last && x > (knots[above] as number)) above++;
  const low = knots[above - 1] as number;
  const high = knots[above] as number;
  const share = Math.min(1, Math.max(0, (x - low) / (high - low)));
  if (share < 1) push(sink, at + above - 1, 1 - share);
  if (share > 0) push(sink, at + above, share);
}

function categoryEncoder(column: CategoryColumn): Encoder {
  const index = new Map(column.levels.map((level, i) => [level, column.offset + i]));
  for (const level of column.rare) index.set(level, column.offset + column.levels.length);
  return (value, sink) => {
    if (value === null) return missing(column, sink);
    const at = index.get(typeof value === "string" ? value : String(value));
    if (at === undefined) return "unseen";
    push(sink, at, 1);
    return "known";
  };
}

function missing(column: ColumnEncoding, sink: RowSink): Met {
  if (column.missingFlag) push(sink, column.offset + column.width - 1, 1);
  return "missing";
}
