import type { Lexicon } from "./lexicon.ts";
import type { Tokens } from "./tokens.ts";

const shortest = 3;

/**
 * Calls back with every word of a text that could be a feature, and every pair of neighbouring ones: no common words,
 * numbers, addresses or links. `place` is the token that it begins at.
 */
export function eachPhrase(
  tokens: Tokens,
  lexicon: Lexicon,
  found: (phrase: string, place: number) => void,
): void {
  const { words, breaks, sentences } = tokens;
  for (const { from, to } of sentences) {
    let before: string | null = null;
    for (let at = from; at < to; at++) {
      const word = words[at] as string;
      if (word.length < shortest || lexicon.common.has(word) || word.includes("'")) {
        before = null;
        continue;
      }
      found(word, at);
      if (before !== null && !breaks[at]) found(`${before} ${word}`, at - 1);
      before = word;
    }
  }
}
