import { expect, test } from "vitest";
import { handOverReason } from "./hand-over.ts";

const reasonOf = (text: string, questions: string[], intent = "opt_out") =>
  handOverReason(
    { answers: { interactionId: "m", text, at: new Date(0), kind: "personal", noAnswer: null } },
    { intent, probability: 0.9, questions, isFlagged: false },
  );

test.each([
  ["English", "Please remove me from your list. Why do you write at all?"],
  ["German", "Bitte löschen Sie meine Daten. Warum schreiben Sie mir?"],
  ["French", "Je veux me désabonner. Pourquoi m'écrivez-vous ?"],
  ["Spanish", "Quiero darme de baja. ¿Por qué me escriben?"],
])("who says in %s that they want no more is left to a person", (_, text) => {
  expect(reasonOf(text, ["Why?"])).toMatch(/no more messages/);
});

test.each([
  "Can the newsletter also include birthday offers?",
  "How do I erase the chalkboard?",
  "Can we stop the loom by remote?",
])("a question that only sounds like it is answered: %s", (text) => {
  expect(reasonOf(text, [text])).toBeUndefined();
  expect(reasonOf(text, [])).toMatch(/no more messages/);
});

test("a complaint is left to a person even if it asks", () => {
  expect(reasonOf("This is a disgrace. When will you answer?", ["When?"], "complaint")).toMatch(/complaint/);
});
