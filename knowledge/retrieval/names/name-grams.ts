import { sound } from "./sound.ts";

const size = 3;

/** The trigrams of how a folded name sounds, without its spaces, so that "hill top" and "hilltop" are one. */
export function soundGrams(folded: string): Set<string> {
  // Characters, not UTF-16 units: halves of surrogate pairs are all the same once they are stored.
  const heard = [...folded.split(" ").map(sound).join("")];
  const grams = new Set<string>();
  for (let i = 0; i + size <= heard.length; i++) grams.add(heard.slice(i, i + size).join(""));
  if (grams.size === 0 && heard.length > 0) grams.add(heard.join(""));
  return grams;
}

/** The term that a whole word of a name is indexed under, which no trigram can be. */
export function wordTerm(word: string): string {
  return `=${word}`;
}
