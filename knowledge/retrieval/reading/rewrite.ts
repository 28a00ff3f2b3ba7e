import type { PassageHit } from "#core/domain/passage.ts";
import type { ReaderCall, Rewrite } from "#core/reader.ts";
import { sentencesOf } from "../../grounding/sentences.ts";
import { analyse, detectLanguage } from "../lexical/analyse.ts";
import { termOf } from "../lexical/term-of.ts";
import { tokenise } from "../lexical/tokenise.ts";
import { passageTerms, questionWords, rarity } from "./question-words.ts";

/** Passages that feedback is taken from, and terms that it gives. */
const feedbackPassages = 8;
const feedbackTerms = 15;
/** Against a word of the question. */
const feedbackWeight = 0.4;
const mostQueries = 3;

/**
 * What to search next, without a model: the sentences of a long question not yet searched by themselves, the question's words
 * that the best passages lack, and pseudo-relevance feedback: terms frequent in the best passages and rare in the others.
 * Source of the feedback: RM3, Abdul-Jaleel et al., "UMass at TREC 2004"; passages weigh by 1 / (rank + 1).
 */
export function rewrite({
  question,
  history,
  passages,
  tried,
}: ReaderCall & { passages: readonly PassageHit[]; tried: readonly string[] }): Rewrite {
  const open = sentencesOf(question).filter((sentence) => analyse(sentence).tokens.length >= 3);
  const missing = missingWords(question, history, passages);
  const queries = [...(open.length > 1 ? open : []), ...missing].filter((query) => !tried.includes(query));
  return { queries: queries.slice(0, mostQueries), expansion: feedback(question, passages) };
}

/** The words, as the question has them, that none of the best passages holds; none if that is all of them, or hardly one. */
function missingWords(
  question: string,
  history: readonly string[] | undefined,
  passages: readonly PassageHit[],
): string[] {
  const words = questionWords(question, history);
  const held = new Set(passages.slice(0, feedbackPassages).flatMap((passage) => [...passageTerms(passage)]));
  const language = detectLanguage(question);
  const surface = question.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'-]*/gu) ?? [];
  const missing = surface.filter((word) =>
    analyse(word, language).tokens.some((token) => words.get(token) === 1 && !held.has(token)),
  );
  return missing.length >= 2 && missing.length < words.size ? [[...new Set(missing)].join(" ")] : [];
}

function feedback(question: string, passages: readonly PassageHit[]): Rewrite["expansion"] {
  const asked = new Set(analyse(question).tokens);
  const rare = rarity(passages.map(passageTerms));
  const scores = new Map<string, { said: string; score: number }>();
  passages.slice(0, feedbackPassages).forEach((passage, rank) => {
    const words = wordsOf(passage);
    for (const { said, term } of words) {
      if (asked.has(term) || /^\d/.test(term) || term.length < 3) continue;
      const known = scores.get(term) ?? { said, score: 0 };
      known.score += rare(term) / words.length / (rank + 2);
      scores.set(term, known);
    }
  });
  const best = [...scores.values()].sort((a, b) => b.score - a.score).slice(0, feedbackTerms);
  const most = best[0]?.score ?? 1;
  return best.map(({ said, score }) => ({ term: said, weight: feedbackWeight * (score / most) }));
}

/** Each word as it is said, since a search stems it anew, and as it is indexed. */
function wordsOf({ title, text }: PassageHit): { said: string; term: string }[] {
  const language = detectLanguage(text);
  return tokenise([title, text].join("\n")).flatMap((said) => {
    const term = termOf(said, language);
    return term === null ? [] : [{ said, term }];
  });
}
