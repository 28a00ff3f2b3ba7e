import { expect, test } from "vitest";
import { analyse } from "../retrieval/lexical/analyse.ts";
import { textSignals } from "../scoring/features/text/signals.ts";
import { objectionTerms } from "./objection-terms.ts";
import { objectionKind } from "./signal.ts";

test("nearly every phrase can be reached through the index", () => {
  const { terms, phrases, unreachable } = objectionTerms(objectionKind.options);
  expect(unreachable / phrases).toBeLessThan(0.07);
  expect(terms.length).toBeLessThan(600);
  expect(objectionTerms([])).toEqual({ terms: [], phrases: 0, unreachable: 0 });
});

test.each([
  "This is too expensive for us, I am afraid.",
  "We have to postpone it until next quarter.",
  "We are not interested in your offer.",
  "I am a bit worried about the migration.",
  "We are still comparing other vendors.",
  "Das ist uns leider zu teuer.",
  "Wir haben uns dagegen entschieden.",
  "C'est trop cher pour nous.",
  "Es demasiado caro para nosotros.",
])("%s", (text) => {
  const kinds = objectionKind.options.filter((kind) => textSignals(text).some(({ name }) => name === kind));
  expect(kinds).not.toEqual([]);
  const terms = new Set(objectionTerms(kinds).terms);
  expect(analyse(text).tokens.some((token) => terms.has(token))).toBe(true);
});
