import type { Direction } from "#core/domain/interaction.ts";
import { languageOf } from "./languages.ts";
import { type SignalName, signalNames } from "./lexicon.ts";
import { ownWords } from "./own-words.ts";
import { eachPhrase } from "./phrases.ts";
import { isNote, type Message } from "./read-text.ts";
import { phraseLabel } from "./said.ts";
import { eachSignal, quoteAround } from "./signals.ts";
import { textFeatures } from "./text-features.ts";
import { type Tokens, tokenise } from "./tokens.ts";

/** A sentence of a message, and the factors that it shows, as people call them. */
export interface Quote {
  text: string;
  factors: readonly string[];
}

/** The sentences of a message that factors rest on, in their order, at most 240 characters of each. */
export function quotesOf(message: Message): Quote[] {
  const { text, direction } = message;
  if (!text || direction === null || isNote(message)) return [];
  const tokens = tokenise(ownWords(text));
  const found = new Map<string, Set<string>>();
  const note = (place: { start: number; end: number }, labels: readonly string[]) => {
    const quote = text.slice(place.start, place.end).replace(/\s+/g, " ").trim();
    const factors = found.get(quote) ?? new Set();
    for (const label of labels) factors.add(label);
    if (factors.size > 0) found.set(quote, factors);
  };
  eachSignal(tokens, (bits, quote) => note(quote(), labelsOf(bits, direction)));
  if (direction === "INBOUND") eachSaid(tokens, (place, phrase) => note(place, [phraseLabel(phrase)]));
  return [...found].map(([quote, factors]) => ({ text: quote, factors: [...factors] }));
}

function eachSaid(
  tokens: Tokens,
  note: (place: { start: number; end: number }, phrase: string) => void,
): void {
  const language = languageOf(tokens.words);
  if (language === null) return;
  eachPhrase(tokens, language.lexicon, (phrase, at) => {
    const sentence = tokens.sentences.find(({ to }) => at < to);
    const end = at + (phrase.includes(" ") ? 2 : 1);
    if (sentence) note(quoteAround(tokens, sentence, { at, end }), phrase);
  });
}

/** Of our own messages only a question says anything. */
function labelsOf(bits: number, direction: Direction): string[] {
  const shown = (signal: SignalName) => bits & (1 << signalNames.indexOf(signal));
  return textFeatures
    .filter(({ side, shownBy }) => side === direction && shownBy.some(shown))
    .map(({ label }) => label);
}
