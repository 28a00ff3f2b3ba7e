import type { LogisticTable } from "./logistic-table.ts";

/**
 * Contributions of some rows of a table by any coefficients of it, as the model of those would give them.
 * @param rows places in the table.
 * @returns rows × sources, in log-odds.
 */
export function tableContributions(
  { encoding, folded: { design }, places, means, scorecard }: LogisticTable,
  beta: Float64Array,
  rows: ArrayLike<number>,
): Float32Array {
  const { columns } = encoding;
  const sourceOf = new Int32Array(design.columns).fill(-1);
  const centres = new Float64Array(columns.length);
  columns.forEach(({ offset, width }, s) => {
    sourceOf.fill(s, offset, offset + width);
    for (let j = offset; j < offset + width; j++)
      centres[s] = (centres[s] as number) + (beta[j] as number) * (means[j] as number);
  });
  const slope = beta[beta.length - 1] as number;
  const judged = scorecard?.sources.map((source) => columns.findIndex((c) => c.source === source)) ?? [];
  const found = new Float32Array(rows.length * columns.length);
  const sums = new Float64Array(columns.length);
  for (let i = 0; i < rows.length; i++) {
    const r = places[rows[i] as number] as number;
    for (let s = 0; s < sums.length; s++) sums[s] = -(centres[s] as number);
    const end = design.offsets[r + 1] as number;
    for (let e = design.offsets[r] as number; e < end; e++) {
      const j = design.indices[e] as number;
      const s = sourceOf[j] as number;
      if (s >= 0) sums[s] = (sums[s] as number) + (design.values[e] as number) * (beta[j] as number);
    }
    for (let k = 0; k < judged.length; k++) {
      const s = judged[k] as number;
      const gap = (scorecard?.points[r * judged.length + k] as number) - (scorecard?.means[k] as number);
      sums[s] = (sums[s] as number) + slope * gap;
    }
    found.set(sums, i * sums.length);
  }
  return found;
}
