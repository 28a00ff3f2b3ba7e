import type { DroppedColumn } from "../../encode/column.ts";
import type { FeatureRow } from "../../features/feature.ts";
import { fewestInBin } from "./fit-columns.ts";
import { binCount, binReader, type TreeColumn } from "./tree-column.ts";

/** Training rows as bins. */
export interface BinnedRows {
  rows: number;
  columns: readonly TreeColumn[];
  /**
   * Row by row, one cell a column: the bin, counted on through all columns. By rows and not by columns, because then
   * neighbouring additions to a histogram meet different bins and need not wait for each other.
   */
  cells: Uint16Array | Uint32Array;
  /** The same column by column, each column's bins counted from 0: for what looks at one column only. */
  bins: readonly Uint8Array[];
  /** First bin of each column, and the number of all bins at the end. */
  starts: Int32Array;
}

/** Bins the rows; columns in which (nearly) all rows share one bin are left out and named. */
export function binRows(
  rows: readonly FeatureRow[],
  candidates: readonly TreeColumn[],
): { table: BinnedRows; dropped: DroppedColumn[] } {
  const dropped: DroppedColumn[] = [];
  const columns: TreeColumn[] = [];
  const bins: Uint8Array[] = [];
  for (const column of candidates) {
    const own = binColumn(rows, column);
    if (varies(own, binCount(column))) {
      columns.push(column);
      bins.push(own);
    } else dropped.push({ name: column.source, reason: "the same for (nearly) every lead" });
  }
  return { table: interleave(columns, bins, rows.length), dropped };
}

function binColumn(rows: readonly FeatureRow[], column: TreeColumn): Uint8Array {
  const read = binReader(column);
  const bins = new Uint8Array(rows.length);
  for (let r = 0; r < rows.length; r++) bins[r] = read(rows[r] as FeatureRow);
  return bins;
}

function varies(bins: Uint8Array, count: number): boolean {
  const counts = new Int32Array(count);
  for (let r = 0; r < bins.length; r++) {
    const bin = bins[r] as number;
    counts[bin] = (counts[bin] as number) + 1;
  }
  return bins.length - Math.max(...counts) >= fewestInBin(bins.length);
}

function interleave(columns: readonly TreeColumn[], bins: readonly Uint8Array[], rows: number): BinnedRows {
  const starts = new Int32Array(columns.length + 1);
  columns.forEach((column, c) => {
    starts[c + 1] = (starts[c] as number) + binCount(column);
  });
  const width = columns.length;
  const all = starts[width] as number;
  const cells = all <= 65_536 ? new Uint16Array(rows * width) : new Uint32Array(rows * width);
  bins.forEach((own, c) => {
    const start = starts[c] as number;
    for (let r = 0, cell = c; r < rows; r++, cell += width) cells[cell] = start + (own[r] as number);
  });
  return { rows, columns, cells, bins, starts };
}
