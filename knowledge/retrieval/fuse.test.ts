import { expect, test } from "vitest";
import { fuse } from "./fuse.ts";

test("adds weight / (60 + rank) over the rankings, as a share of the most that is possible", () => {
  const fused = fuse([
    { way: "lexical", weight: 1, nos: [7, 8] },
    { way: "vector", weight: 0.5, nos: [8, 9] },
  ]);
  const most = 1.5 / 61;
  expect(fused).toEqual([
    { no: 8, score: expect.closeTo((1 / 62 + 0.5 / 61) / most, 12), ranks: { lexical: 2, vector: 1 } },
    { no: 7, score: expect.closeTo(1 / 61 / most, 12), ranks: { lexical: 1 } },
    { no: 9, score: expect.closeTo(0.5 / 62 / most, 12), ranks: { vector: 2 } },
  ]);
});

test("a ranking without anything does not lower the others' scores", () => {
  const rankings = [
    { way: "lexical", weight: 1, nos: [3] },
    { way: "vector", weight: 1, nos: [] },
  ] as const;
  expect(fuse(rankings)).toEqual([{ no: 3, score: 1, ranks: { lexical: 1 } }]);
});

test("equal scores stand in the order of their numbers", () => {
  const rankings = [
    { way: "lexical", weight: 1, nos: [5] },
    { way: "vector", weight: 1, nos: [4] },
  ] as const;
  expect(fuse(rankings).map(({ no }) => no)).toEqual([4, 5]);
});
