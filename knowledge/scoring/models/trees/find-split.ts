import type { BinnedRows } from "./binned-rows.ts";
import type { BoostingRules } from "./boosting-rules.ts";
import type { Histogram } from "./histogram.ts";
import { scanCategory } from "./scan-category.ts";
import type { Search } from "./split-search.ts";
import { sendLeft } from "./tree.ts";
import { binWords } from "./tree-column.ts";

/** A way to part a node's rows in two. */
export interface Split {
  /** By how much it lowers the penalised loss, twice. */
  gain: number;
  column: number;
  /** Bins of the column that go left, as a bit set of `binWords` words. */
  left: Uint32Array;
}

/** Finds the split of a node with the highest gain; undefined when none gains anything. The first of equals wins. */
export function findSplit(table: BinnedRows, histogram: Histogram, rules: BoostingRules): Split | undefined {
  const search = startSearch(table, histogram, rules);
  table.columns.forEach((column, c) => {
    const from = table.starts[c] as number;
    const last = (table.starts[c + 1] as number) - 1;
    if (column.kind === "category") scanCategory(search, c, from, last);
    else scanNumber(search, c, from, last);
  });
  return search.column < 0 ? undefined : splitOf(search, table);
}

function startSearch({ starts }: BinnedRows, histogram: Histogram, rules: BoostingRules): Search {
  let g = 0;
  let h = 0;
  // Each row stands in one bin of every column, so the first column's bins hold them all.
  const end = starts[1] ?? 0;
  for (let bin = 0; bin < end; bin++) {
    g += histogram.g[bin] as number;
    h += histogram.h[bin] as number;
  }
  const none = { gain: 1e-9, column: -1, cut: 0, levels: undefined, leftH: 0, missingLeft: false };
  return { histogram, rules, g, h, ...none };
}

/** Tries every threshold, with missing values on the right and, where there are any, on the left. */
function scanNumber(search: Search, column: number, from: number, missing: number): void {
  scanThresholds(search, column, from, missing, false);
  if ((search.histogram.h[missing] as number) > 0) scanThresholds(search, column, from, missing, true);
}

function scanThresholds(
  search: Search,
  column: number,
  from: number,
  missing: number,
  missingLeft: boolean,
): void {
  const { g, h } = search.histogram;
  const { l2, leafWeight } = search.rules;
  const whole = (search.g * search.g) / (search.h + l2);
  let leftG = missingLeft ? (g[missing] as number) : 0;
  let leftH = missingLeft ? (h[missing] as number) : 0;
  for (let bin = from; bin < missing; bin++) {
    const weight = h[bin] as number;
    if (weight === 0) continue;
    leftG += g[bin] as number;
    leftH += weight;
    if (leftH < leafWeight) continue;
    const rightH = search.h - leftH;
    if (rightH < leafWeight) return;
    const rightG = search.g - leftG;
    const gain = (leftG * leftG) / (leftH + l2) + (rightG * rightG) / (rightH + l2) - whole;
    if (gain <= search.gain) continue;
    search.gain = gain;
    search.column = column;
    search.cut = bin;
    search.levels = undefined;
    search.leftH = leftH;
    search.missingLeft = missingLeft;
  }
}

/** Bins without rows in the node follow the heavier side: nothing is known of them here. */
function splitOf(search: Search, table: BinnedRows): Split {
  const { column, gain, levels } = search;
  const left = new Uint32Array(binWords);
  const start = table.starts[column] as number;
  const last = (table.starts[column + 1] as number) - 1;
  const emptyLeft = search.leftH > search.h / 2;
  const isEmpty = (bin: number) => search.histogram.h[bin] === 0;
  if (levels === undefined) {
    for (let bin = start; bin <= search.cut; bin++) sendLeft(left, 0, bin - start);
    if (isEmpty(last) ? emptyLeft : search.missingLeft) sendLeft(left, 0, last - start);
  } else {
    for (const bin of levels) sendLeft(left, 0, bin - start);
    for (let bin = start; bin <= last; bin++) if (emptyLeft && isEmpty(bin)) sendLeft(left, 0, bin - start);
  }
  return { gain, column, left };
}
