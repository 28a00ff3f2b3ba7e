import { ownWords } from "../scoring/features/text/own-words.ts";
import { quoteAround } from "../scoring/features/text/signals.ts";
import { tokenise } from "../scoring/features/text/tokens.ts";
import { beforeSignature } from "./signature.ts";

/**
 * The first sentence of a message in which a term stands, on one line and at most 240 characters around it; null where none has it.
 * @param term a word, or two neighbouring ones, as messageTerms gives it.
 */
export function termQuote(text: string, term: string): string | null {
  const own = beforeSignature(ownWords(text));
  const tokens = tokenise(own);
  const parts = term.split(" ");
  const stands = (at: number) =>
    parts.every((part, n) => tokens.words[at + n] === part && (n === 0 || !tokens.breaks[at + n]));
  for (const sentence of tokens.sentences) {
    for (let at = sentence.from; at + parts.length <= sentence.to; at++) {
      if (!stands(at)) continue;
      const { start, end } = quoteAround(tokens, sentence, { at, end: at + parts.length });
      return own.slice(start, end).replace(/\s+/g, " ").trim();
    }
  }
  return null;
}
