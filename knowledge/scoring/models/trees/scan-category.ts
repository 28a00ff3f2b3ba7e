import type { Search } from "./split-search.ts";
import { maxBins } from "./tree-column.ts";

const order = new Int32Array(maxBins);
const keys = new Float64Array(maxBins);

/**
 * Tries the sets of levels that can be best: those that come first when levels stand in the order of their mean gradient
 * (Fisher 1958; Hastie, Tibshirani & Friedman, The Elements of Statistical Learning, 9.2.4). Missing is a level too.
 */
export function scanCategory(search: Search, column: number, from: number, last: number): void {
  const { g, h } = search.histogram;
  const { l2, leafWeight } = search.rules;
  const whole = (search.g * search.g) / (search.h + l2);
  const count = sortBins(search, from, last);
  let leftG = 0;
  let leftH = 0;
  for (let k = 0; k < count; k++) {
    const bin = order[k] as number;
    leftG += g[bin] as number;
    leftH += h[bin] as number;
    if (leftH < leafWeight) continue;
    const rightH = search.h - leftH;
    if (rightH < leafWeight) return;
    const rightG = search.g - leftG;
    const gain = (leftG * leftG) / (leftH + l2) + (rightG * rightG) / (rightH + l2) - whole;
    if (gain <= search.gain) continue;
    search.gain = gain;
    search.column = column;
    search.levels = order.slice(0, k + 1);
    search.leftH = leftH;
  }
}

/** Puts the bins that hold rows into `order`, by smoothed mean gradient; there are few, so each is inserted in its place. */
function sortBins({ histogram, rules }: Search, from: number, last: number): number {
  let count = 0;
  for (let bin = from; bin <= last; bin++) {
    const weight = histogram.h[bin] as number;
    if (weight === 0) continue;
    const key = (histogram.g[bin] as number) / (weight + rules.smoothing);
    let at = count++;
    for (; at > 0 && (keys[at - 1] as number) > key; at--) {
      keys[at] = keys[at - 1] as number;
      order[at] = order[at - 1] as number;
    }
    keys[at] = key;
    order[at] = bin;
  }
  return count;
}
