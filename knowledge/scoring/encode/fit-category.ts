import type { CategoryColumn, Unplaced } from "./column.ts";

export interface CategoryFit {
  /** Leads by level. */
  counts: ReadonlyMap<string, number>;
  missing: number;
  /** Levels with fewer leads are pooled. */
  minCount: number;
  /** Most levels with a column of their own. */
  maxLevels: number;
}

/** Fits a one-hot encoding: frequent levels each, rare ones together. Width 0 means that it never varies. */
export function fitCategory(fit: CategoryFit): Unplaced<CategoryColumn> {
  const ordered = [...fit.counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const levels = ordered.filter(([, n], rank) => n >= fit.minCount && rank < fit.maxLevels).map(([l]) => l);
  const own = new Set(levels);
  const rare = ordered.filter(([level]) => !own.has(level)).map(([level]) => level);
  const missingFlag = fit.missing >= fit.minCount;
  const columns = levels.length + (rare.length > 0 ? 1 : 0) + (missingFlag ? 1 : 0);
  // One level that every lead shares, or rare levels only, tell no lead from another.
  return {
    kind: "category",
    width: columns < 2 ? 0 : columns,
    missingFlag,
    levels: levels.sort(),
    rare: rare.sort(),
  };
}
