import { expect, test } from "vitest";
import { standsIn } from "./stands-in.ts";

const passage =
  "Hi Luc,\n\nthe budget we have in mind is €5,000. We cannot do without an import of our old list.";

test.each([
  ["The budget we have in mind is €5,000.", true],
  ["Gráinne wrote: “the budget we have in mind is €5,000”", true],
  ["“The budget … is €5,000. We cannot do without an import”", true],
  ["The budget we have in mind is €6,000.", false],
  ["Gráinne wrote: “the budget is €5,000”", false],
  ["import of our old lists", false],
  ["", false],
])("%s: %s", (sentence, expected) => {
  expect(standsIn(sentence, passage)).toBe(expected);
});
