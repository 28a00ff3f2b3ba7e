import { evidenceOf } from "#core/attribution.ts";
import type { PassageHit } from "#core/domain/passage.ts";
import { analyse, detectLanguage } from "../lexical/analyse.ts";

/** A content word of a question and how much it counts: the question's own 1, one carried over from what was said before less. */
export type QuestionWords = Map<string, number>;

/** Words that many questions have and no answer needs. */
const askingWords = stems(
  "say said tell told mention ask asked answer know think want need like please help give show find found explain describe " +
    "discuss talk talked happen happened thing way anything something anyone information detail question customer client " +
    "contact conversation message email call wrote write possible available allow allowed offer get got much many long often " +
    "do does did can could would should make use bring provide include require accept permit kind type hello hi thanks sure " +
    "okay yes today let us new old good different specific certain exactly still already currently",
);
/** What an answer puts a value for: it says "free", "Greek" or "9 am" and not "fee", "language" or "time". */
const valueWords = stems(
  "cost price fee charge rate amount number total language time hour date day age size colour color name address place " +
    "location site spot area option policy rule reason status deadline people person guest facility service",
);
const valueWeight = 0.4;
const askingWeight = 0.25;
const carriedWeight = 0.35;
const pointing =
  /\b(?:it|its|that|this|these|those|they|them|their|there|he|him|his|she|her|one|ones|same|es|das|dies\p{L}*|sie|ihn|ihr\p{L}*|dort|cela|ça|ils?|elles?|eso|ello|allí|esto|quello|lì|isso|dat|die)\b/iu;

/** The content words of a question; one that points back ("is it …") takes over the words of what was said last. */
export function questionWords(question: string, history: readonly string[] = []): QuestionWords {
  const language = detectLanguage(question);
  const words: QuestionWords = new Map();
  for (const token of analyse(question, language).tokens) {
    words.set(token, weightOf(token));
  }
  if (pointsBack(question, words)) {
    for (const token of analyse(history.slice(-2).join("\n")).tokens) {
      if (!words.has(token) && !askingWords.has(token)) words.set(token, carriedWeight);
    }
  }
  return words;
}

function weightOf(token: string): number {
  if (askingWords.has(token)) return askingWeight;
  return valueWords.has(token) ? valueWeight : 1;
}

/** Whether a question cannot stand alone: it points at something, or has hardly a word of its own. */
export function pointsBack(question: string, words: QuestionWords): boolean {
  const own = [...words.values()].filter((weight) => weight === 1).length;
  return own <= 1 || (own <= 5 && pointing.test(question));
}

/** The terms of a passage with all that it is evidence of. */
export function passageTerms(passage: PassageHit): Set<string> {
  const language = detectLanguage(passage.text);
  return new Set(analyse(evidenceOf(passage), language).tokens);
}

/** How telling a term is among these passages (BM25's idf, never below 0.1); what none of them has tells most. */
export function rarity(sets: readonly ReadonlySet<string>[]): (term: string) => number {
  const counts = new Map<string, number>();
  for (const set of sets) for (const term of set) counts.set(term, (counts.get(term) ?? 0) + 1);
  return (term) => {
    const count = counts.get(term) ?? 0;
    return Math.max(0.1, Math.log(1 + (sets.length - count + 0.5) / (count + 0.5)));
  };
}

function stems(words: string): Set<string> {
  return new Set([...analyse(words, "english").tokens, ...words.split(" ")]);
}
