import { expect, test } from "vitest";
import { partsOf, questionFocus } from "./question-focus.ts";

test.each([
  ["a lead-in", "One thing I forgot: can we have vouchers?", "can we have vouchers?"],
  ["a condition", "If we said yes this week, when would it be up?", "when would it be up?"],
  [
    "whom it is for",
    "Could you give me a page that I can show to Barry?",
    "Could you give me a page that I can show?",
  ],
  ["an example", "Could I talk to a client, maybe Corrib Ferries?", "Could I talk to a client?"],
  ["a day", "Is 14 September fine for going live?", "Is fine for going live?"],
  ["a sum", "What would we get for €4,500?", "What would we get for?"],
  ["a request to be told", "Could you remind me who our trainer will be?", "who our trainer will be?"],
  ["manner", "What would a website cost roughly?", "What would a website cost?"],
])("the focus leaves out %s", (_, question, focus) => {
  expect(questionFocus(question)).toBe(focus);
});

test("a question of nothing else stays as it is", () => {
  expect(questionFocus("Roughly?")).toBe("Roughly?");
});

test.each([
  [
    "How long does it take, and how much of our time does it need?",
    ["How long does it take", "how much of our time does it need?"],
  ],
  [
    "Do you also take care of the texts, or is it someone else's job?",
    ["Do you also take care of the texts?"],
  ],
  ["Do you deliver tables and chairs?", ["Do you deliver tables and chairs?"]],
])("%s has its parts", (question, parts) => {
  expect(partsOf(question)).toEqual(parts);
});
