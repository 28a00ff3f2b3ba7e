import type { DraftSentence } from "#core/domain/draft.ts";
import type { Drafter, DraftingTask } from "#core/drafter.ts";
import { answerSentences, typicalSentences } from "./answer-sentences.ts";
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
  const said = new Set<string>();
  let open = 0;
  const answers: DraftSentence[] = [];
  for (const question of task.questions) {
    const found = answerSentences(question, task);
    if (found.length === 0) open += 1;
    for (const sentence of found) {
      if (said.has(sentence.text) || answers.length >= mostSentences) continue;
      said.add(sentence.text);
      answers.push(sentence);
    }
  }
  if (answers.length === 0) answers.push(...typicalSentences(task));
  if (answers.length === 0) return [];
  const rest = open === 0 ? [] : [open < task.questions.length ? phrases.checkRest : phrases.checkAll];
  return [
    ...(thanks.test(answers[0]?.text ?? "") ? [] : [{ text: phrases.thanks, citations: [] }]),
    ...answers,
    ...rest.map((text) => ({ text, citations: [] })),
  ];
}
