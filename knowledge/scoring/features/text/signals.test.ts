import { describe, expect, test } from "vitest";
import { randomNumbers } from "../../training/synthetic-leads.ts";
import { longestQuote, textSignals } from "./signals.ts";

const namesIn = (text: string) => [...new Set(textSignals(text).map(({ name }) => name))];

describe("textSignals", () => {
  test.each([
    ["How much would it cost for 40 seats?", ["price", "question"]],
    ["Could you send us a quote for the kitchen?", ["price", "question"]],
    ["We do not know what it would cost us.", ["price"]],
    ["Can we schedule a call next week?", ["meeting", "question"]],
    ["Why don't we set up a meeting?", ["meeting", "question"]],
    ["Tuesday at 10 works for me.", ["meeting"]],
    ["That is too expensive for us.", ["costly"]],
    ["We’re over budget already.", ["costly"]],
    ["I am not convinced that it will work here.", ["concern"]],
    ["Let's pick this up after the summer.", ["delay"]],
    ["Not now, please.", ["delay"]],
    ["We are no longer interested.", ["refusal"]],
    ["No thanks.", ["refusal"]],
    ["We have decided to go with another agency.", ["refusal"]],
    ["I love what you showed us.", ["enthusiasm"]],
    ["Let's go ahead.", ["commitment"]],
    ["Please send the contract.", ["commitment"]],
    ["We also talk to a competitor, who is cheaper than you.", ["alternative"]],
    ["The support was terrible.", ["negative"]],
    ["Was würde das ungefähr kosten?", ["price", "question"]],
    ["Das ist uns leider zu teuer.", ["costly"]],
    ["Combien cela coûterait-il ?", ["price", "question"]],
    ["Nous acceptons votre offre.", ["commitment"]],
    ["¿Cuánto cuesta para nosotros?", ["price", "question"]],
  ])("%s", (text, names) => {
    expect(namesIn(text)).toEqual(expect.arrayContaining(names));
  });

  test.each([
    ["It is not too expensive.", "costly"],
    ["I don't think it is too expensive, to be fair.", "costly"],
    ["We are no longer interested.", "enthusiasm"],
    ["If we go ahead, who does the work?", "commitment"],
    ["We are not going to be able to accept your offer.", "commitment"],
    ["We are in Dublin.", "commitment"],
    ["Please go ahead and call him.", "commitment"],
    ["Yes, we need it today.", "refusal"],
    ["Looking forward to hearing from you.", "enthusiasm"],
    ["No problem at all.", "negative"],
    ["We do not want to wait until next year, and not in a rush either.", "refusal"],
    ["Das gefällt mir nicht.", "enthusiasm"],
    ["Dear Anna,", "costly"],
  ])("%s tells no %s", (text, name) => {
    expect(namesIn(text)).not.toContain(name);
  });

  test("a negated compliment is a complaint", () => {
    expect(namesIn("The demo was not great.")).toContain("negative");
  });

  test("points at the sentence", () => {
    const text =
      "Hi Ann,\n\nthanks for Mr. Bell's mail. What does it cost? €5,000 is too expensive.\nWe like it.";
    const sentence = (signal: string) => {
      const found = textSignals(text).find(({ name }) => name === signal);
      return text.slice(found?.start, found?.end);
    };
    expect(sentence("price")).toBe("What does it cost?");
    expect(sentence("costly")).toBe("€5,000 is too expensive.");
  });

  test("quotes what tells it out of a sentence without an end", () => {
    const text = `${"so we talked on and on ".repeat(40)}what does it cost ${"and so it went ".repeat(40)}`;
    const price = textSignals(text).find(({ name }) => name === "price");
    const quote = text.slice(price?.start, price?.end);
    expect(quote).toContain("what does it cost");
    expect(quote.length).toBeLessThanOrEqual(longestQuote);
  });

  test.each([
    ["another's words", "> How much is it?\n\nOn Mon, Jan 5, 2026, Ann wrote:\n> Send the contract."],
    ["another language", "Mitä tämä maksaisi meille, jos ostaisimme kaksi kappaletta ensi vuonna."],
    ["nothing", " \n\t"],
    ["an automatic reply", "Automatic reply: I am out of the office. How much is it?"],
  ])("hears nothing in %s", (_, text) => {
    expect(textSignals(text)).toEqual([]);
  });
});

test("any text gets signals within its bounds, the same each time, also where words repeat without end", () => {
  const random = randomNumbers(7);
  const pieces = [
    "how much ",
    "not ",
    "we ",
    "go ahead ",
    "is ",
    "a ",
    "\n",
    "? ",
    "> ",
    "💥",
    "İ",
    "—",
    "http://x.y/z ",
    "a@b ",
    "'",
    "5,000. ",
    "\u0000",
    "wrote:\n",
    "too expensive",
  ];
  for (let i = 0; i < 400; i++) {
    const length = Math.floor(200 * random());
    const text = Array.from({ length }, () => pieces[Math.floor(pieces.length * random())]).join("");
    const signals = textSignals(text);
    for (const { start, end } of signals) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
      expect(end - start).toBeLessThanOrEqual(longestQuote);
    }
    expect(textSignals(text)).toEqual(signals);
  }
  for (const piece of pieces) expect(textSignals(piece.repeat(5_000))).toBeInstanceOf(Array);
});
