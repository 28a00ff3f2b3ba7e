import { expect, test } from "vitest";
import { factor, invertPacked, solve } from "./cholesky.ts";

const matrix = [4, 2, 1, 2, 5, 3, 1, 3, 6];

test("solves a system", () => {
  const l = Float64Array.from(matrix);
  factor(l, 3);
  const x = solve(l, 3, Float64Array.of(7, 10, 10));
  expect([...x]).toEqual([1, 1, 1].map((v) => expect.closeTo(v, 12)));
});

test("inverts, lower half packed by rows", () => {
  const l = Float64Array.from(matrix);
  factor(l, 3);
  // By cofactors; the determinant is 67.
  const inverse = [21, -9, 23, 1, -10, 16].map((v) => expect.closeTo(v / 67, 12));
  expect([...invertPacked(l, 3)]).toEqual(inverse);
});
