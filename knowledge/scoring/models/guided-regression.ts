import type { ColumnEncoding } from "../encode/column.ts";
import { push, type RowSink } from "../encode/sparse-rows.ts";
import type { FeatureRow } from "../features/feature.ts";
import { scorecardOf } from "./scorecard.ts";

/** The scorecard that a regression departs from, over some of its sources. */
export interface ScorecardMeans {
  sources: readonly string[];
  /** Mean points of each source over the training rows, in log-odds. */
  means: Float64Array;
}

/** The scorecard's part in a model. */
export interface Guided {
  /** What the average lead gets from it, in log-odds. */
  base: number;
  /** Adds each rule's share to its source's contribution, and the sum to the row; returns all shares together. */
  add(row: FeatureRow, contributions: Float64Array, sink: RowSink): number;
}

/**
 * What a regression takes from the scorecard.
 * @param columns of the regression; the scorecard's sum is the column after them.
 * @param slope its coefficient.
 */
export function guidedBy(
  columns: readonly ColumnEncoding[],
  slope: number,
  { sources, means }: ScorecardMeans,
): Guided {
  const scorecard = scorecardOf(sources);
  const last = columns.reduce((end, { offset, width }) => Math.max(end, offset + width), 1);
  const places = scorecard.sources.map((source) => columns.findIndex((c) => c.source === source));
  const add: Guided["add"] = (row, contributions, sink) => {
    const { points } = scorecard.score(row);
    let sum = 0;
    let shares = 0;
    for (let k = 0; k < points.length; k++) {
      const at = places[k] as number;
      const share = slope * ((points[k] as number) - (means[k] as number));
      contributions[at] = (contributions[at] as number) + share;
      shares += share;
      sum += points[k] as number;
    }
    push(sink, last, sum);
    return shares;
  };
  return { base: slope * means.reduce((sum, mean) => sum + mean, 0), add };
}
