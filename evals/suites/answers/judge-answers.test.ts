import { expect, test } from "vitest";
import { judgeAnswers } from "./judge-answers.ts";
import type { AnsweredCase } from "./results.ts";

function answered(values: Partial<AnsweredCase>): AnsweredCase {
  return {
    question: "?",
    source: "a",
    gold: ["g"],
    abstained: false,
    citesGold: false,
    sentences: 1,
    unsupported: [],
    milliseconds: 1,
    ...values,
  };
}

test("only what cites the gold counts as answered, and only silence as declined", () => {
  const { shares, sentences, examples } = judgeAnswers(
    [
      answered({ citesGold: true }),
      answered({}),
      answered({ abstained: true, sentences: 0, source: "b" }),
      answered({ gold: [], abstained: true, sentences: 0 }),
      answered({ gold: [] }),
    ],
    "local",
  );
  expect(shares).toEqual([
    { kind: "answerable", source: "all", of: 3, right: 1, wrong: 1 },
    { kind: "answerable", source: "a", of: 2, right: 1, wrong: 1 },
    { kind: "answerable", source: "b", of: 1, right: 0, wrong: 0 },
    { kind: "unanswerable", source: "all", of: 2, right: 1, wrong: 1 },
    { kind: "unanswerable", source: "a", of: 2, right: 1, wrong: 1 },
  ]);
  expect(sentences).toBe(3);
  expect(examples).toHaveLength(3);
});
