import { describe, expect, test } from "vitest";
import { asksOf } from "./asked.ts";

const asked = (text: string) => asksOf(text).map(({ about }) => about);

describe("what asks something", () => {
  test.each([
    ["What does the Pro plan cost?", "What does the Pro plan cost?"],
    ["Hi Bob, when can we start? Best, Ann", "when can we start?"],
    ["Hi Bob can you send the price list", "can you send the price list"],
    ["any update on our order", "any update on our order"],
    ["How are you pricing it?", "How are you pricing it?"],
    ["How are you going to deliver the desks?", "How are you going to deliver the desks?"],
    ["Könnten Sie mir ein Angebot schicken?", "Könnten Sie mir ein Angebot schicken?"],
    ["wann ist die Lieferung da", "wann ist die Lieferung da"],
    ["Combien coûte l'abonnement ?", "Combien coûte l'abonnement ?"],
    ["¿Cuánto cuesta el plan anual?", "Cuánto cuesta el plan anual?"],
    ["👍 great! 🎉 Is the demo on Monday? 😀", "Is the demo on Monday?"],
    ["它多少钱？", "它多少钱?"],
  ])("%s", (text, about) => expect(asked(text)).toEqual([about]));
});

describe("what asks nothing", () => {
  test.each([
    ["a pleasantry", "Thanks, how are you?"],
    ["one behind a greeting", "Hi Bob, how are you doing today?"],
    ["one in German", "Hallo Frau Maier, wie geht es Ihnen?"],
    ["one in French", "Bonjour, comment allez-vous ?"],
    ["one in Spanish", "Hola, ¿cómo estás?"],
    ["a quoted reply", "Fine with us.\n\nOn Mon, 6 Jan 2025 Bob wrote:\n> When can we start?\n> Bob"],
    ["a signature", "Thank you.\n-- \nAnn Smith\nQuestions? Call us!"],
    ["what follows a closing formula", "All clear.\n\nBest regards,\nAnn\nNeed a plan?"],
    ["a link", "See https://example.org/?plan=pro and example.org/a?b"],
    ["a word", "Really?"],
    ["a greeting", "Hello?"],
    ["marks", "??? !!"],
    ["emoji", "👍👍?"],
    ["nothing", ""],
    ["a statement", "I wonder how you do it. Sounds good."],
  ])("%s", (_, text) => expect(asked(text)).toEqual([]));
});

test("a postscript is not a signature", () => {
  expect(asked("See you.\nRegards\nAnn\nPS: when do you open?")).toEqual(["PS: when do you open?"]);
});

test("long sentences are cut to 240 characters around the question", () => {
  const [ask] = asksOf(`Hi Bob, ${"what about the long list of things we need, ".repeat(20)}and when?`);
  expect(ask?.quote.length).toBeLessThanOrEqual(240);
});

test.each([
  ["one word", "a".repeat(1_000_000)],
  ["lines", "\n".repeat(1_000_000)],
  ["greetings", "Hi ".repeat(300_000)],
  ["closings", "Regards\n".repeat(120_000)],
  ["commas", "thanks, ".repeat(120_000)],
])("a megabyte of %s is read in part", (_, text) => expect(asksOf(text).length).toBe(0));
