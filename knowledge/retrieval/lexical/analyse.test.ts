import { expect, test } from "vitest";
import { analyse, detectLanguage } from "./analyse.ts";

test.each([
  ["INV-20391", ["inv", "20391", "inv20391"]],
  ["inv20391", ["inv20391", "inv", "20391"]],
  ["A/B-12", ["b", "12", "ab12"]],
  ["GPT-4 v2.1", ["gpt", "4", "gpt4", "v2", "1", "v21"]],
  ["jane@acme.example", ["jane", "acm", "exampl", "janeacmeexampl", "acmeexampl"]],
  ["$1,000.50", ["100050"]],
  ["customer's invoices, Don't", ["custom", "invoic"]],
  ["C++ or C#", ["c++", "c#"]],
  ["東京都", ["東京", "京都"]],
  ["ＡＢＣ café", ["abc", "cafe"]],
  ["😀 \ud800 \0", []],
])("%j is found by its parts and as a whole", (text, tokens) => {
  expect(analyse(text, "english").tokens).toEqual(tokens);
});

test.each([
  ["german", "Müller", "Mueller"],
  ["german", "Rechnungen", "rechnung"],
  ["spanish", "operación", "operacion"],
  ["portuguese", "negociação", "negociacao"],
  ["french", "négociations", "negociation"],
  ["english", "pricing", "prices"],
  ["english", "e-mail", "email"],
] as const)("in %s, %s and %s have a term in common", (language, one, other) => {
  const terms = new Set(analyse(one, language).tokens);
  expect(analyse(other, language).tokens.some((term) => terms.has(term))).toBe(true);
});

test.each([
  ["english", "hi do you have wifi"],
  ["english", "INV-20391"],
  ["english", "4 seats per user per month"],
  ["german", "Was kostet das Zimmer mit Frühstück?"],
  ["french", "Est-ce que le prix comprend la livraison ?"],
  ["spanish", "Hola, cuánto cuesta la habitación con desayuno"],
  ["italian", "Quanto costa la camera con colazione? Grazie mille per la risposta"],
  ["portuguese", "Olá, quanto custa o quarto com café da manhã? Não temos pressa"],
  ["dutch", "Wat kost de kamer en wanneer kunnen wij betalen?"],
  ["swedish", "Vad kostar rummet och när kan vi betala?"],
  ["danish", "Hvad koster værelset, og hvornår kan vi betale?"],
  ["norwegian", "Hva koster rommet, og når kan vi betale? Vi vil også ha frokost"],
  ["finnish", "Paljonko huone maksaa ja milloin voimme maksaa? Se on hyvä"],
  ["other", "Сколько стоит номер с завтраком"],
  ["other", "東京都の天気です"],
])("hears %s: %s", (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test("cuts what nobody searches for, and splits no character", () => {
  const { tokens } = analyse(`${"x".repeat(1_000_000)} ${"a".repeat(63)}𐐷𐐷`);
  expect(tokens.map((token) => token.length)).toEqual([64, 63]);
  expect(tokens.every((token) => token.isWellFormed())).toBe(true);
});
