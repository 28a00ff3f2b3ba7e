import { expect, test } from "vitest";
import { groupEqual } from "./group-equal.ts";

test("equal numbers know the first of them and how many they are, whatever their hashes", () => {
  // All but the last fall into one slot.
  const numbers = Float64Array.of(3, 5, 3, 2 ** 21, 5, 3, 2 ** 51 + 1);
  const { first, alike } = groupEqual(numbers);
  expect([...first]).toEqual([0, 1, 0, 3, 1, 0, 6]);
  expect([...alike]).toEqual([3, 2, 3, 1, 2, 3, 1]);
});

test("no numbers have no groups", () => {
  expect(groupEqual(new Float64Array(0)).first).toHaveLength(0);
});
