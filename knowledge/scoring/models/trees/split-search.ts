import type { BoostingRules } from "./boosting-rules.ts";
import type { Histogram } from "./histogram.ts";

/** What a search knows of its node, and the best that it has found. */
export interface Search {
  histogram: Histogram;
  rules: BoostingRules;
  /** Σg and Σh of the node. */
  g: number;
  h: number;
  /** What a split must gain to be the best so far. */
  gain: number;
  /** Its column; −1 when there is none. */
  column: number;
  /** Its bins that go left, counted through all columns: a run from the column's first bin up to `cut`, or those in `levels`. */
  cut: number;
  levels: Int32Array | undefined;
  /** Σh of its left side. */
  leftH: number;
  /** Whether missing numbers go left. */
  missingLeft: boolean;
}
