import type { DraftSentence } from "#core/domain/draft.ts";
import type { Drafter, DraftingTask } from "#core/drafter.ts";
import { asksForSomething } from "../../intents/find-questions.ts";
import { analyse } from "../../retrieval/lexical/analyse.ts";
import { answerSentences, typicalSentences } from "./answer-sentences.ts";
import { promiseToCheck } from "./open-questions.ts";
import { phrasesFor } from "./phrases.ts";

/**
 * Writes replies without a model: for each question the sentences of articles, of what the team wrote to this contact and of past
 * replies that tell most, word for word. The same task gives the same reply; nothing found gives none.
 */
export const localDrafter: Drafter = {
  engine: "local",
  write: async (task) => ({ value: { sentences: write(task) }, engine: "local" }),
  critique: async () => ({ value: [], engine: "local" }),
};

const mostSentences = 10;
const thanks = /\b(?:thank|thanks|dank|danke|merci|gracias)\b/i;

function write(task: DraftingTask): DraftSentence[] {
  const phrases = phrasesFor(task.incoming);
  const questions = task.questions.flatMap(lowercaseQuestions);
  const open: string[] = [];
  const answers: DraftSentence[] = [];
  for (const question of questions) {
    const found = answerSentences(question, { ...task, questions });
    if (found.length === 0) open.push(question);
    for (const sentence of found) {
      if (answers.length < mostSentences && !answers.some(({ text }) => saysTheSame(text, sentence.text)))
        answers.push(sentence);
    }
  }
  const isAnswered = answers.length > 0;
  if (!isAnswered) answers.push(...typicalSentences(task));
  if (answers.length === 0) return [];
  const rest = open.length === 0 ? [] : [promiseToCheck(open, { phrases, isRest: isAnswered })];
  return [
    ...(thanks.test(answers[0]?.text ?? "") ? [] : [{ text: phrases.thanks, citations: [] }]),
    ...answers,
    ...rest.map((text) => ({ text, citations: [] })),
  ];
}

/** Share of a sentence's words that another one must have to make it needless. */
const sameShare = 0.8;

function saysTheSame(said: string, next: string): boolean {
  const known = new Set(analyse(said).tokens);
  const words = analyse(next).tokens;
  return words.filter((word) => known.has(word)).length >= words.length * sameShare;
}

/** Who writes all in small letters is read as one long sentence; what asks in it stands by itself here. */
function lowercaseQuestions(text: string): string[] {
  if (/\p{Lu}/u.test(text)) return [text];
  const asking = text.split(/(?<=\p{L}{3}[.?!])\s+(?=\p{Ll})/u).filter(asksForSomething);
  return asking.length > 0 ? asking : [text];
}
