import { bitOf, type Language, languageOf } from "./languages.ts";
import { type SignalName, signalNames } from "./lexicon.ts";
import { ownWords } from "./own-words.ts";
import { type Found, longestPhrase } from "./phrase-index.ts";
import { type Sentence, type Tokens, tokenise } from "./tokens.ts";

/** Something that a sentence tells; the sentence is text.slice(start, end), cut around the words that tell it if it is long. */
export interface TextSignal {
  name: SignalName;
  start: number;
  end: number;
}

/** Characters of a sentence that are quoted. */
export const longestQuote = 240;

/** What a message's own words tell, in their order; nothing in a language without a lexicon but questions. */
export function textSignals(text: string): TextSignal[] {
  const signals: TextSignal[] = [];
  eachSignal(tokenise(ownWords(text)), (bits, quote) => {
    signalNames.forEach((name, n) => {
      if (bits & (1 << n)) signals.push({ name, ...quote() });
    });
  });
  return signals;
}

type Quote = () => { start: number; end: number };

/** Calls back with the bits of the signals of each place that tells any, and a way to quote it. */
export function eachSignal(
  tokens: Tokens,
  found: (bits: number, quote: Quote) => void,
  language: Language | null = languageOf(tokens.words),
): void {
  for (const sentence of tokens.sentences) {
    if (sentence.asks)
      found(question, () => quoteAround(tokens, sentence, { at: sentence.from, end: sentence.to }));
    if (language !== null) scan(tokens, sentence, language, found);
  }
}

const question = bitOf("question");
const positive = bitOf("positive");
const negative = bitOf("negative");
/** Signals that are not so under a condition: "if we go ahead". */
const conditional =
  bitOf("commitment") | bitOf("refusal") | bitOf("costly") | bitOf("enthusiasm") | bitOf("positive");
const known = bitOf("harmless") - 1;

function scan(
  tokens: Tokens,
  sentence: Sentence,
  language: Language,
  found: (bits: number, quote: Quote) => void,
): void {
  const stretch = { words: tokens.words, breaks: tokens.breaks, to: sentence.to };
  for (let at = sentence.from; at < sentence.to; ) {
    const phrase = longestPhrase(language.phrases, stretch, at);
    if (phrase === null) {
      at++;
      continue;
    }
    const bits = meantBy(tokens, sentence, language, { at, ...phrase });
    const place = { at, end: phrase.end };
    if (bits !== 0) found(bits, () => quoteAround(tokens, sentence, place));
    at = phrase.end;
  }
}

interface Place {
  at: number;
  end: number;
}

/** What a phrase means where it stands: nothing behind a negator, and nothing decided behind a condition. */
function meantBy(tokens: Tokens, sentence: Sentence, language: Language, phrase: Found & Place): number {
  let bits = phrase.meanings & known;
  const { lexicon } = language;
  // Who does not know the price asks for it.
  if (bits === bitOf("price")) return bits;
  if (isNegated(tokens, sentence, language, phrase))
    return bits & (positive | bitOf("enthusiasm")) ? negative : 0;
  if (bits & conditional && follows(tokens, sentence, phrase.at, lexicon.conditionals, conditionReach) >= 0) {
    bits &= ~conditional;
  }
  return bits;
}

const negationReach = 4;
/** "We are not going to be able to accept": what is decided is farther from its negator. */
const farNegationReach = 6;
const conditionReach = 6;

function isNegated(
  tokens: Tokens,
  sentence: Sentence,
  { lexicon }: Language,
  phrase: Found & Place,
): boolean {
  const { at, end, meanings } = phrase;
  const reach = meanings & bitOf("commitment") ? farNegationReach : negationReach;
  const negator = follows(tokens, sentence, at, lexicon.negators, reach);
  // "Can't you send a quote?" and "why don't we meet" ask for it.
  const suggests = negator === sentence.from ? sentence.asks : tokens.words[negator - 1] === "why";
  if (negator >= 0 && !suggests) return true;
  if (!lexicon.negatesBehind) return false;
  const behind = Math.min(end + 2, sentence.to);
  for (let i = end; i < behind && !tokens.breaks[i]; i++) {
    if (lexicon.negators.has(tokens.words[i] as string)) return true;
  }
  return false;
}

/** The place of the last of some words that stands closely before a place in the same clause, or −1. */
function follows(
  { words, breaks }: Tokens,
  sentence: Sentence,
  at: number,
  some: ReadonlySet<string>,
  reach: number,
): number {
  const first = Math.max(sentence.from, at - reach);
  for (let i = at; i > first; i--) {
    if (breaks[i] && i !== sentence.from) return -1;
    const before = words[i - 1] as string;
    if (before === "but") return -1;
    if (some.has(before)) return i - 1;
  }
  return -1;
}

/** The characters of a sentence, or of as much around some of its words as can be quoted. */
export function quoteAround(
  { starts, ends }: Tokens,
  sentence: Sentence,
  place: { at: number; end: number },
): { start: number; end: number } {
  const { start, end } = sentence;
  if (end - start <= longestQuote) return { start, end };
  const first = starts[place.at] ?? start;
  const last = ends[place.end - 1] ?? end;
  // The words themselves with as much before as behind them, from one word's beginning to another's end.
  const spare = Math.max(0, longestQuote - (last - first)) / 2;
  let from = place.at;
  while (from > sentence.from && first - (starts[from - 1] as number) <= spare) from--;
  let to = place.end;
  while (to < sentence.to && (ends[to] as number) - last <= spare) to++;
  const cut = starts[from] ?? start;
  return { start: cut, end: Math.min(to === sentence.to ? end : (ends[to - 1] ?? end), cut + longestQuote) };
}
