import { expect, test } from "vitest";
import { keepTogether } from "./keep-together.ts";

const labels = Uint8Array.from({ length: 600 }, (_, i) => (i % 3 === 0 ? 1 : 0));
const dealt = Uint8Array.from({ length: 600 }, (_, i) => Math.floor(i / 3) % 5);
const wonIn = (fold: Uint8Array, k: number) => fold.filter((at, i) => at === k && labels[i] === 1).length;

test("copies share a fold, and folds keep their share of both outcomes", () => {
  // Rows come in groups of four with one outcome.
  const copyOf = Int32Array.from(labels, (_, i) => (i % 12 < 3 ? i : i - 3 * Math.floor((i % 12) / 3)));
  const fold = keepTogether(dealt, copyOf, labels);
  expect(copyOf.every((first, i) => fold[first] === fold[i])).toBe(true);
  for (let k = 0; k < 5; k++) {
    expect(wonIn(fold, k)).toBe(40);
    expect(fold.filter((at) => at === k)).toHaveLength(120);
  }
});

test("what has no copy stays where it is", () => {
  const copyOf = Int32Array.from(labels.keys());
  copyOf[6] = 3;
  const fold = keepTogether(dealt, copyOf, labels);
  expect(fold[6]).toBe(fold[3]);
  expect(fold.filter((k, i) => k !== dealt[i]).length).toBeLessThanOrEqual(2);
});

test("a group beyond a fold's share stays spread", () => {
  const copyOf = Int32Array.from(labels, (y, i) => (y === 1 && i < 300 ? 0 : i));
  expect(keepTogether(dealt, copyOf, labels)).toEqual(dealt);
});
