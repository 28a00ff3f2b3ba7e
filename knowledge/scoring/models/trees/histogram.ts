import type { BinnedRows } from "./binned-rows.ts";
import { gUnit, hUnit, packedRows, packing } from "./gradients.ts";

/** Sums of gradients by bin, over the bins of all columns. They are exact: no order of rows changes them. */
export interface Histogram {
  g: Float64Array;
  h: Float64Array;
}

/** An empty histogram of so many bins. */
export function emptyHistogram(bins: number): Histogram {
  return { g: new Float64Array(bins), h: new Float64Array(bins) };
}

/**
 * Sums the gradients of some rows by bin. g and h travel packed in one number, which halves the additions; the sums are
 * unpacked before they could overflow. (Quantised training: Shi et al., NeurIPS 2022; here fine enough to round nothing
 * that matters.)
 * @param members the rows.
 * @param sums scratch, one a bin, all 0; left so.
 */
export function buildHistogram(
  into: Histogram,
  { cells, columns }: BinnedRows,
  members: Int32Array,
  packed: Float64Array,
  sums: Float64Array,
): void {
  into.g.fill(0);
  into.h.fill(0);
  const width = columns.length;
  for (let from = 0; from < members.length; from += packedRows) {
    const to = Math.min(members.length, from + packedRows);
    for (let k = from; k < to; k++) {
      const r = members[k] as number;
      const both = packed[r] as number;
      const end = (r + 1) * width;
      for (let cell = r * width; cell < end; cell++) {
        const bin = cells[cell] as number;
        sums[bin] = (sums[bin] as number) + both;
      }
    }
    unpack(sums, into);
  }
}

/** Takes a part away from a whole, in place: what is left is the histogram of the other rows. */
export function subtractHistogram(whole: Histogram, part: Histogram): void {
  const { g, h } = whole;
  for (let bin = 0; bin < g.length; bin++) {
    g[bin] = (g[bin] as number) - (part.g[bin] as number);
    h[bin] = (h[bin] as number) - (part.h[bin] as number);
  }
}

function unpack(sums: Float64Array, { g, h }: Histogram): void {
  for (let bin = 0; bin < sums.length; bin++) {
    const both = sums[bin] as number;
    if (both === 0) continue;
    const first = Math.floor(both / packing);
    g[bin] = (g[bin] as number) + first * gUnit;
    h[bin] = (h[bin] as number) + (both - first * packing) * hUnit;
    sums[bin] = 0;
  }
}
