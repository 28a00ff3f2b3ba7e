import { expect, test } from "vitest";
import { asksForSomething, findQuestions } from "./find-questions.ts";

test.each([
  "What does it cost?",
  "could u send me the list",
  "Please call me on Monday.",
  "Let me know if Tuesday works.",
  "I'd appreciate a quick answer.",
  "Anna, send me the contract by Friday.",
  "Können Sie mir das Angebot schicken",
  "Pourriez-vous me rappeler ?",
  "¿Cuándo llega?",
])("asks: %s", (sentence) => {
  expect(asksForSomething(sentence)).toBe(true);
});

test.each([
  "How are you?",
  "Please find the file attached.",
  "I sent it yesterday.",
  "See https://example.com/?a=b for more.",
  "Call centre staff are on strike.",
  "Write access is granted to everybody.",
  "Don't hesitate to get in touch.",
  "",
])("asks nothing: %s", (sentence) => {
  expect(asksForSomething(sentence)).toBe(false);
});

test("only the message's own questions are found, in their order", () => {
  const message =
    "Hi Tom, how are you?\n\nWe like it. Is it in stock? Please send two.\n\nBest regards\nAnn\nAny questions?\n\n> What is your budget?";
  expect(findQuestions(message)).toEqual(["Is it in stock?", "Please send two."]);
});

test("a message that never ends asks a limited number of things", () => {
  expect(findQuestions("Why this one? ".repeat(500))).toHaveLength(30);
});
