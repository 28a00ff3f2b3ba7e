/** Rows of a design matrix, each a run of (column, value) pairs. Column 0 is the intercept, 1 in every row. */
export interface SparseRows {
  rows: number;
  columns: number;
  /** Row r stands at offsets[r] … offsets[r + 1] of the two arrays below. */
  offsets: Int32Array;
  /** Ascending within a row. */
  indices: Int32Array;
  values: Float64Array;
}

/** Collects sparse rows; the arrays grow by doubling. */
export interface RowSink {
  /** Entries so far. */
  size: number;
  indices: Int32Array;
  values: Float64Array;
}

/** An empty sink. */
export function rowSink(capacity = 64): RowSink {
  return { size: 0, indices: new Int32Array(capacity), values: new Float64Array(capacity) };
}

/** Appends one entry. */
export function push(sink: RowSink, index: number, value: number): void {
  if (sink.size === sink.indices.length) grow(sink);
  sink.indices[sink.size] = index;
  sink.values[sink.size] = value;
  sink.size++;
}

/** The mean of every column over all rows. */
export function columnMeans(design: SparseRows): Float64Array {
  const means = new Float64Array(design.columns);
  const { indices, values } = design;
  const end = design.offsets[design.rows] ?? 0;
  for (let e = 0; e < end; e++) {
    const j = indices[e] as number;
    means[j] = (means[j] as number) + (values[e] as number);
  }
  for (let j = 0; j < means.length; j++) means[j] = (means[j] as number) / Math.max(1, design.rows);
  return means;
}

function grow(sink: RowSink): void {
  const indices = new Int32Array(sink.indices.length * 2);
  const values = new Float64Array(sink.values.length * 2);
  indices.set(sink.indices);
  values.set(sink.values);
  sink.indices = indices;
  sink.values = values;
}
