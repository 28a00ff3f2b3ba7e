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

test.each([
  "hey, how much is the basic plan and is there a discount for ngos",
  "whats the price for 20 seats",
  "is setup included",
  "did you get my last mail",
  "which colours do you have",
  "why is the invoice higher than agreed",
  "any discount for students",
  "we are five people how much would it be for us",
  "und wann könnt ihr liefern",
  "liefert ihr auch nach wien",
  "acceptez-vous les cartes",
  "hacen envios a chile",
])("asks in haste, without a mark: %s", (sentence) => {
  expect(asksForSomething(sentence)).toBe(true);
});

test.each([
  "we know how it works",
  "i will tell you when we decide",
  "what a great demo that was",
  "when we spoke last week you were in berlin",
  "have a nice day",
  "do not worry about it",
  "is fine with us",
  "which is great",
  "was the best demo so far",
  "wie besprochen schicke ich die liste",
])("tells in haste: %s", (sentence) => {
  expect(asksForSomething(sentence)).toBe(false);
});

test("each line of a hasty mail asks its own", () => {
  const message = "hi there\nwhat does the loom cost\nand do you ship to norway\nthanks\nbob";
  expect(findQuestions(message)).toEqual(["what does the loom cost", "and do you ship to norway"]);
});

test("only the message's own questions are found, in their order", () => {
  const message =
    "Hi Tom, how are you?\n\nWe like it. Is it in stock? Please send two.\n\nBest regards\nAnn\nAny questions?\n\n> What is your budget?";
  expect(findQuestions(message)).toEqual(["Is it in stock?", "Please send two."]);
});

test("a message that never ends asks a limited number of things", () => {
  expect(findQuestions("Why this one? ".repeat(500))).toHaveLength(30);
});
