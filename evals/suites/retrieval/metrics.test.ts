import { expect, test } from "vitest";
import { judgeRanking, ndcg, recall, reciprocalRank } from "./metrics.ts";

const relevant = new Map([
  ["a", 1],
  ["b", 1],
]);

test.each([
  // 1 / log2(2) + 1 / log2(4) over 1 / log2(2) + 1 / log2(3).
  { ranking: ["a", "x", "b"], k: 10, value: 1.5 / 1.6309297535714575 },
  { ranking: ["a", "b", "x"], k: 10, value: 1 },
  { ranking: ["x", "b"], k: 10, value: 0.6309297535714575 / 1.6309297535714575 },
  { ranking: ["x", "y", "a"], k: 2, value: 0 },
  { ranking: [], k: 10, value: 0 },
])("nDCG@$k of $ranking", ({ ranking, k, value }) => {
  expect(ndcg(ranking, relevant, k)).toBeCloseTo(value, 12);
});

test("what is more relevant counts for more, and the ideal puts it first", () => {
  const graded = new Map([
    ["a", 1],
    ["b", 3],
  ]);
  expect(ndcg(["a", "b"], graded, 10)).toBeCloseTo((1 + 3 / Math.log2(3)) / (3 + 1 / Math.log2(3)), 12);
});

test("the ideal of nDCG@1 holds one document", () => {
  expect(ndcg(["a"], relevant, 1)).toBe(1);
});

test.each([
  { ranking: ["a", "x", "b"], k: 2, value: 0.5 },
  { ranking: ["a", "x", "b"], k: 3, value: 1 },
  { ranking: ["a", "a"], k: 2, value: 0.5 },
  { ranking: ["x"], k: 5, value: 0 },
])("recall@$k of $ranking", ({ ranking, k, value }) => {
  expect(recall(ranking, relevant, k)).toBe(value);
});

test.each([
  { ranking: ["x", "b", "a"], value: 0.5 },
  { ranking: ["x", "y"], value: 0 },
  { ranking: [...new Array<string>(10).fill("x"), "a"], value: 0 },
])("reciprocal rank of $ranking", ({ ranking, value }) => {
  expect(reciprocalRank(ranking, relevant, 10)).toBe(value);
});

test("a query is judged by all three", () => {
  expect(judgeRanking(["x", "a"], new Map([["a", 1]]), 1)).toEqual({
    ndcg10: 1 / Math.log2(3),
    recall: 0,
    mrr10: 0.5,
  });
});
