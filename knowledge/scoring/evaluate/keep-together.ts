import { stableHash } from "../stable-hash.ts";

/**
 * Moves copies into one fold, so that no model is asked about a lead whose copy it learned from. The largest groups go
 * first, each where the fewest leads of its outcome are; a group that is larger than a fold's share of its outcome stays
 * spread, because its fold would hold little else.
 * @param fold of each row, evenly dealt; as it is where there are no copies.
 * @param copyOf from `findCopies`: copies have the same outcome.
 */
export function keepTogether(fold: Uint8Array, copyOf: Int32Array, labels: Uint8Array): Uint8Array {
  const folds = 1 + fold.reduce((most, k) => Math.max(most, k), 0);
  const groups = groupsOf(copyOf, labels, folds);
  const gathered = Uint8Array.from(fold);
  const moving = new Set(groups.flat());
  const sizes = [new Int32Array(folds), new Int32Array(folds)];
  const count = (row: number, k: number) => {
    const size = sizes[labels[row] === 1 ? 1 : 0] as Int32Array;
    size[k] = (size[k] as number) + 1;
  };
  fold.forEach((k, row) => {
    if (!moving.has(row)) count(row, k);
  });
  for (const group of groups) {
    const size = sizes[labels[group[0] as number] === 1 ? 1 : 0] as Int32Array;
    const emptiest = size.indexOf(Math.min(...size));
    for (const row of group) {
      gathered[row] = emptiest;
      count(row, emptiest);
    }
  }
  return gathered;
}

/** Rows that stand for one another, the largest groups first and otherwise in an order that means nothing. */
function groupsOf(copyOf: Int32Array, labels: Uint8Array, folds: number): number[][] {
  const groups = new Map<number, number[]>();
  copyOf.forEach((first, row) => {
    const group = groups.get(first);
    if (group) group.push(row);
    else groups.set(first, [row]);
  });
  const won = labels.reduce((sum, y) => sum + y, 0);
  const room = [labels.length - won, won].map((side) => side / folds);
  return [...groups.values()]
    .filter(({ length, 0: first }) => length > 1 && length <= (room[labels[first as number] as number] ?? 0))
    .map((group) => ({ group, hash: stableHash(String(group[0])) }))
    .sort(
      (a, b) => b.group.length - a.group.length || a.hash - b.hash || (a.group[0] ?? 0) - (b.group[0] ?? 0),
    )
    .map(({ group }) => group);
}
