import { expect, test } from "vitest";
import { termQuote } from "./term-quote.ts";

const long = `We ${"really ".repeat(60)}need data residency ${"very ".repeat(60)}much.`;

test.each<[string, string, string, string | null]>([
  ["the sentence", "Hello there. Does it meet the GDPR?\nThanks.", "gdpr", "Does it meet the GDPR?"],
  [
    "a pair's",
    "Data is residency. We need Data residency now.",
    "data residency",
    "We need Data residency now.",
  ],
  ["no pair over punctuation", "We have data, residency is next.", "data residency", null],
  ["nothing quoted from others", "Fine.\n> Does it meet the GDPR?", "gdpr", null],
  ["nothing that only contains it", "Pricey.", "price", null],
])("quotes %s", (_, text, term, quote) => {
  expect(termQuote(text, term)).toBe(quote);
});

test("a long sentence is cut around the term", () => {
  const quote = termQuote(long, "data residency") ?? "";
  expect(quote).toContain("data residency");
  expect(quote.length).toBeLessThanOrEqual(240);
});
