import type { ReaderCall, Understood } from "#core/reader.ts";
import { sentencesOf } from "../../grounding/sentences.ts";
import { analyse } from "../lexical/analyse.ts";
import { pointsBack, questionWords } from "./question-words.ts";

/** The question itself, and its most telling parts where it is long. */
const mostParts = 3;
/** A part must bring so many words that no other part has. */
const leastNews = 3;
const carriedTerms = 8;

/**
 * Understands a question without a model: one that points back gets the names and words of what was said before; a long one
 * is also searched by its sentences, those with most words of their own first.
 */
export function understand({ question, history = [] }: ReaderCall): Understood {
  const words = questionWords(question);
  const carried = pointsBack(question, words) ? carriedOver(history) : [];
  const standalone = [question, ...carried].join(" ");
  return { standalone, queries: [question, ...partsOf(question)] };
}

/** What was said last, its capitalised words first: they name what "it" is. */
function carriedOver(history: readonly string[]): string[] {
  const said = history.slice(-2).reverse().join(" ");
  const words = said.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'-]*/gu) ?? [];
  const telling = words.filter((word) => analyse(word).tokens.length > 0);
  const isName = (word: string) => /^\p{Lu}/u.test(word);
  const ordered = [...telling.filter(isName), ...telling.filter((word) => !isName(word))];
  return [...new Set(ordered)].slice(0, carriedTerms);
}

/** Greedily the sentences that add most words; none for a question of one or two sentences. */
function partsOf(question: string): string[] {
  const sentences = sentencesOf(question).map((text) => ({ text, tokens: new Set(analyse(text).tokens) }));
  if (sentences.length < 2) return [];
  const covered = new Set<string>();
  const parts: string[] = [];
  const news = (tokens: ReadonlySet<string>) => [...tokens].filter((token) => !covered.has(token)).length;
  while (parts.length < mostParts) {
    const best = sentences.toSorted((a, b) => news(b.tokens) - news(a.tokens))[0];
    if (!best || news(best.tokens) < leastNews) break;
    parts.push(best.text);
    for (const token of best.tokens) covered.add(token);
  }
  return parts;
}
