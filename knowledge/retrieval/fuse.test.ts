import { expect, test } from "vitest";
import { fuse } from "./fuse.ts";

const none = new Map<number, number>();
const weights = { vector: 0.5, name: 0.25 };

test("adds each way's score, brought to 0–1, as a share of the most that is possible", () => {
  const fused = fuse(
    {
      lexical: [
        { no: 7, score: 8 },
        { no: 8, score: 6 },
      ],
      vector: [
        { no: 8, score: 0.9 },
        { no: 9, score: 0.5 },
        { no: 7, score: 0.1 },
      ],
      named: none,
    },
    weights,
  );
  expect(fused).toEqual([
    { no: 8, score: expect.closeTo((0.75 + 0.5) / 1.5, 12), ranks: { lexical: 2, vector: 1 } },
    { no: 7, score: expect.closeTo(1 / 1.5, 12), ranks: { lexical: 1, vector: 3 } },
    { no: 9, score: expect.closeTo(0.25 / 1.5, 12), ranks: { vector: 2 } },
  ]);
});

test("a way that found nothing does not lower the others' scores", () => {
  const found = { lexical: [{ no: 3, score: 2 }], vector: [], named: none };
  expect(fuse(found, weights)).toEqual([{ no: 3, score: 1, ranks: { lexical: 1 } }]);
});

test("a name raises what was found otherwise, and adds nothing by itself", () => {
  const lexical = [
    { no: 1, score: 10 },
    { no: 2, score: 9 },
  ];
  const fused = fuse(
    {
      lexical,
      vector: [],
      named: new Map([
        [2, 0.9],
        [5, 1],
      ]),
    },
    weights,
  );
  expect(fused).toEqual([
    { no: 2, score: expect.closeTo((0.9 + 0.225) / 1.25, 12), ranks: { lexical: 2, name: 1 } },
    { no: 1, score: expect.closeTo(1 / 1.25, 12), ranks: { lexical: 1 } },
  ]);
});

test("equal scores stand in the order of their numbers", () => {
  const lexical = [
    { no: 5, score: 1 },
    { no: 4, score: 1 },
  ];
  expect(fuse({ lexical, vector: [], named: none }, weights).map(({ no }) => no)).toEqual([4, 5]);
});
