import type { BinnedRows } from "./binned-rows.ts";
import type { Split } from "./find-split.ts";
import { goesLeft } from "./tree.ts";
import { maxBins } from "./tree-column.ts";

const side = new Uint8Array(maxBins + 1);

/**
 * Puts the rows that go left first, each side in its old order, and says how many they are.
 * @param moved scratch with room for all rows.
 */
export function partitionRows(
  members: Int32Array,
  { bins }: BinnedRows,
  { column, left }: Pick<Split, "column" | "left">,
  moved: Int32Array,
): number {
  const own = bins[column] ?? new Uint8Array(0);
  for (let bin = 0; bin < side.length; bin++) side[bin] = goesLeft(left, 0, bin) ? 1 : 0;
  let lefts = 0;
  let rights = 0;
  for (let k = 0; k < members.length; k++) {
    const r = members[k] as number;
    // Written to both places, and kept in one: cheaper than a branch that goes either way.
    const isLeft = side[own[r] as number] as number;
    members[lefts] = r;
    moved[rights] = r;
    lefts += isLeft;
    rights += 1 - isLeft;
  }
  members.set(moved.subarray(0, rights), lefts);
  return lefts;
}
