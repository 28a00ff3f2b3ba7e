import { encodeRows } from "../encode/encode-rows.ts";
import { type Encoding, fitEncoding } from "../encode/fit-encoding.ts";
import { columnMeans, push, rowSink, type SparseRows } from "../encode/sparse-rows.ts";
import type { FeatureRow } from "../features/feature.ts";
import type { FoldedRows } from "./cross-validate.ts";
import type { ScorecardMeans } from "./guided-regression.ts";
import type { TrainingTable } from "./learner.ts";
import type { Block } from "./ridge-newton.ts";
import { type Scorecard, scorecardOf } from "./scorecard.ts";

/** A training table as a regression reads it. */
export interface LogisticTable {
  encoding: Encoding;
  /** Fold by fold; where there is a scorecard, its sum is the last column. */
  folded: FoldedRows;
  /** Where each row of the table stands in the design. */
  places: Int32Array;
  means: Float64Array;
  scorecard: TableScorecard | undefined;
}

/** The scorecard's judgement on the rows of a table. */
export interface TableScorecard extends ScorecardMeans {
  /** Rows of the design × sources, in log-odds. */
  points: Float64Array;
}

/** Encodes a table without looking at its outcomes, but for how many there are. */
export function readTable({ rows, labels, fold }: TrainingTable, withScorecard: boolean): LogisticTable {
  const { order, places, folds } = byFold(fold);
  const encoding = fitEncoding(rows, knotsFor(labels));
  const ordered = Array.from(order, (row) => rows[row] as FeatureRow);
  const plain = encodeRows(encoding.columns, encoding.width, ordered);
  const sources = encoding.columns.map(({ source }) => source);
  const scorecard = withScorecard ? scoreTable(ordered, scorecardOf(sources)) : undefined;
  const design = scorecard === undefined ? plain : withLastColumn(plain, scorecard);
  const folded = { design, labels: Uint8Array.from(order, (row) => labels[row] as number), folds };
  return { encoding, folded, places, means: columnMeans(design), scorecard };
}

/** The rows of each fold together, in the table's order: which row stands where, and which row's place is where. */
function byFold(fold: Uint8Array): { order: Int32Array; places: Int32Array; folds: Block[] } {
  const groups: number[][] = Array.from(
    { length: fold.reduce((most, k) => Math.max(most, k), 0) + 1 },
    () => [],
  );
  for (let row = 0; row < fold.length; row++) groups[fold[row] as number]?.push(row);
  const order = Int32Array.from(groups.flat());
  const places = new Int32Array(order.length);
  for (let place = 0; place < order.length; place++) places[order[place] as number] = place;
  let from = 0;
  const folds = groups.map(({ length }) => {
    from += length;
    return { from: from - length, to: from };
  });
  return { order, places, folds };
}

/** A knot needs some forty leads of the rarer outcome to tell a bend from chance. */
function knotsFor(labels: Uint8Array): number {
  const won = labels.reduce((sum, y) => sum + y, 0);
  return Math.min(32, Math.floor(Math.min(won, labels.length - won) / 40));
}

/** Undefined where the scorecard says the same of every row: there is no engagement to go by. */
function scoreTable(rows: readonly FeatureRow[], scorecard: Scorecard): TableScorecard | undefined {
  const width = scorecard.sources.length;
  const points = new Float64Array(rows.length * width);
  const means = new Float64Array(width);
  rows.forEach((row, r) => {
    const scored = scorecard.score(row).points;
    points.set(scored, r * width);
    for (let s = 0; s < width; s++)
      means[s] = (means[s] as number) + (scored[s] as number) / Math.max(1, rows.length);
  });
  const varies = points.some((point, i) => point !== points[i % width]);
  return varies ? { sources: scorecard.sources, means, points } : undefined;
}

function withLastColumn(design: SparseRows, { sources, points }: TableScorecard): SparseRows {
  const sink = rowSink((design.offsets[design.rows] as number) + design.rows);
  const offsets = new Int32Array(design.rows + 1);
  const width = sources.length;
  for (let r = 0; r < design.rows; r++) {
    const end = design.offsets[r + 1] as number;
    for (let e = design.offsets[r] as number; e < end; e++)
      push(sink, design.indices[e] as number, design.values[e] as number);
    let sum = 0;
    for (let s = 0; s < width; s++) sum += points[r * width + s] as number;
    push(sink, design.columns, sum);
    offsets[r + 1] = sink.size;
  }
  const { indices, values } = sink;
  return { rows: design.rows, columns: design.columns + 1, offsets, indices, values };
}
