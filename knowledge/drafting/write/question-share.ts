import { analyse, detectLanguage } from "../../retrieval/lexical/analyse.ts";

const fewestWords = 2;

/** Share (0–1) of a sentence's content words that a question has: 1 says nothing that was not asked for; 0 for fewer than two words. */
export function questionShare(sentence: string, question: string): number {
  const language = detectLanguage(question);
  const words = [...new Set(analyse(sentence.replace(/\[confirm: \w+\]/g, " "), language).tokens)];
  const asked = new Set(analyse(question, language).tokens);
  const held = words.filter((word) => asked.has(word)).length;
  return held < fewestWords ? 0 : held / words.length;
}
