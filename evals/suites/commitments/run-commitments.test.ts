import { expect, test } from "vitest";
import { verdictOf } from "../../report/figure-table.ts";
import { madeCases } from "./made-case.ts";
import { runCommitments } from "./run-commitments.ts";
import { secondCases } from "./second-author/second-cases.ts";

test("no promise leaves without its source, and those with one do", () => {
  const { floors } = runCommitments({ threads: 200, controls: 60 });
  expect(floors.map(verdictOf)).toEqual(floors.map(() => "holds"));
});

test("half of the threads have a source, and a word draws other ones", () => {
  const made = madeCases(200);
  expect(made.filter(({ supported }) => supported)).toHaveLength(100);
  const shared = madeCases(200, "other").filter(({ promise }, at) => promise === made[at]?.promise);
  expect(shared.length).toBeLessThan(20);
});

test("the second author's threads have a source by halves, in four languages, and a word draws other ones", () => {
  const made = secondCases(200);
  expect(made.filter(({ supported }) => supported)).toHaveLength(100);
  expect(new Set(made.map(({ language }) => language))).toEqual(new Set(["en", "de", "fr", "es"]));
  const shared = secondCases(200, "other").filter(({ promise }, at) => promise === made[at]?.promise);
  expect(shared.length).toBeLessThan(40);
});
