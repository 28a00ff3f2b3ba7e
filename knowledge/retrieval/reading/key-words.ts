import { evidenceOf } from "#core/attribution.ts";
import type { PassageHit } from "#core/domain/passage.ts";
import { figuresOf, missingFigure } from "../../grounding/figures.ts";
import { missingName } from "../../grounding/names.ts";
import { detectLanguage } from "../lexical/analyse.ts";

/**
 * Whether a passage holds the names, numbers, dates and codes of a question: one about somebody or something else is no
 * answer, however many words it shares.
 */
export function keyWordsHeld(question: string, passage: PassageHit): boolean {
  const evidence = evidenceOf(passage);
  const language = detectLanguage(passage.text);
  const names = { text: evidence, window: "", language };
  return (
    missingName(withoutOpener(question), names) === undefined &&
    missingFigure(figuresOf(question), figuresOf(evidence)) === undefined
  );
}

/** Whether a question wants a number, a date or an amount. */
export function asksForFigure(question: string): boolean {
  return /\b(?:how (?:many|much|long|often|old|far|soon)|when|what (?:time|date|day|price|year)|wann|wie ?viele?|combien|quand|cu[aá]nto\p{L}*|cu[aá]ndo|quanto\p{L}*|quando|hoeveel|wanneer)\b/iu.test(
    question,
  );
}

/** A question's first word has a capital whatever it is. */
function withoutOpener(question: string): string {
  return question.replace(/^\P{L}*\p{Lu}/u, (opener) => opener.toLowerCase());
}
