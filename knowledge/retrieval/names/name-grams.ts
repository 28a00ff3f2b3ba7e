import { sound } from "./sound.ts";

const size = 3;

/** The trigrams of how a folded name sounds, without its spaces, so that "hill top" and "hilltop" are one. */
export function soundGrams(folded: string): Set<string> {
  const heard = folded.split(" ").map(sound).join("");
  const grams = new Set<string>();
  for (let i = 0; i + size <= heard.length; i++) grams.add(heard.slice(i, i + size));
  if (grams.size === 0 && heard !== "") grams.add(heard);
  return grams;
}

/** The term that a whole word of a name is indexed under, which no trigram can be. */
export function wordTerm(word: string): string {
  return `=${word}`;
}
