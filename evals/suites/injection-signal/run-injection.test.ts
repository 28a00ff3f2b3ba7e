import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { actionExamples, attackExamples, taskExamples } from "#knowledge/injection/examples/attacks.ts";
import { dataFolder } from "../../datasets.ts";
import { verdictOf } from "../../report/figure-table.ts";
import { runInjection } from "./run-injection.ts";
import { attackSets } from "./text-sets.ts";

const sets = [
  "bipia/text_attack_train.json",
  "injecagent/dh_base_dev.json",
  "garak",
  "piguard_notinject",
  "spamassassin_threads",
];
const hasAll = sets.every((file) => existsSync(join(dataFolder(), "text", file)));

test.skipIf(!hasAll)("what is asked of ranking and over-defence holds", () => {
  const { floors, absent } = runInjection(() => {});
  expect(absent).toEqual([]);
  expect(floors.map(verdictOf)).toEqual(floors.map(() => "holds"));
});

test.skipIf(!hasAll)("nothing that is measured, or much like it, was learned from", () => {
  const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[a-z]+/g));
  const measured = attackSets()
    .flatMap(({ texts }) => texts)
    .map(wordsOf);
  const likeness = (words: Set<string>) =>
    Math.max(...measured.map((others) => words.intersection(others).size / words.union(others).size));
  const learned = [...attackExamples, ...actionExamples, ...taskExamples];
  expect(learned.filter((text) => likeness(wordsOf(text)) >= 0.6)).toEqual([]);
});
