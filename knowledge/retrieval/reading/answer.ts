import { attributionOf } from "#core/attribution.ts";
import type { PassageHit } from "#core/domain/passage.ts";
import type { ReaderCall, WrittenSentence } from "#core/reader.ts";
import { findUnfit } from "#core/unfit-text.ts";
import { sentencesOf } from "../../grounding/sentences.ts";
import { analyse, detectLanguage } from "../lexical/analyse.ts";
import { gradePassages } from "./grade.ts";
import { asksForFigure, keyWordsHeld } from "./key-words.ts";
import { questionWords, rarity } from "./question-words.ts";

/** A passage covering less of the question is no evidence for an answer; chosen on spoken questions to help articles. */
const leastRelevance = 0.37;
/** A further passage is quoted only if it is nearly as good as the best. */
const nearlyAsGood = 0.85;
const mostSentences = 4;
const mostPerPassage = 2;
const longestQuotation = 400;

type Passages = ReaderCall & { passages: readonly PassageHit[] };

/**
 * Answers with what the best passages say, word for word and with who said it when; empty when no passage covers enough of
 * the question's words, or lacks a name, number or rare word of it.
 */
export function quoteAnswer(call: Passages): WrittenSentence[] {
  const grades = new Map(gradePassages(call).map(({ no, relevance }) => [no, relevance]));
  const relevance = ({ no }: PassageHit) => grades.get(no) ?? 0;
  const fit = call.passages
    .filter((passage) => relevance(passage) >= leastRelevance && keyWordsHeld(call.question, passage))
    .toSorted((a, b) => relevance(b) - relevance(a));
  const best = fit[0] ? relevance(fit[0]) : 0;
  const sources = fit.filter((passage) => relevance(passage) >= best * nearlyAsGood);
  const quoted: WrittenSentence[] = [];
  const said = new Set<string>();
  for (const passage of sources.slice(0, mostSentences)) {
    for (const sentence of tellingSentences(passage, call)) {
      if (quoted.length === mostSentences || said.has(sentence)) continue;
      said.add(sentence);
      quoted.push({ text: `${attributionOf(passage)}: "${sentence}"`, citations: [passage.no] });
    }
  }
  return quoted;
}

/** The sentences of a passage that answer best, in its own order: those with most of the question's words, or the figure it asks for. */
function tellingSentences(passage: PassageHit, { question, history, passages }: Passages): string[] {
  const words = [...questionWords(question, history)];
  const rare = rarity(passages.map(({ text }) => new Set(analyse(text).tokens)));
  const language = detectLanguage(passage.text);
  const figure = asksForFigure(question);
  const sentences = sentencesOf(passage.text).flatMap((text, place) => {
    const quotable = text.replace(/["“”„«»]/gu, "'").replace(/\s+/g, " ");
    if (quotable.length > longestQuotation || findUnfit(quotable) !== undefined) return [];
    const tokens = new Set(analyse(text, language).tokens);
    const covered = words.reduce(
      (sum, [word, weight]) => sum + (tokens.has(word) ? weight * rare(word) : 0),
      0,
    );
    const telling = (figure && /\d/.test(text) ? 1 : 0) + (text.endsWith("?") ? -1 : 0);
    // A tie goes to what stands first: people open with what matters.
    return [{ text: quotable, place, score: covered + telling - place / 1000 }];
  });
  return sentences
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostPerPassage)
    .filter(({ score }, index) => index === 0 || score > 0)
    .toSorted((a, b) => a.place - b.place)
    .map(({ text }) => text);
}
