import type { Language } from "../retrieval/lexical/language.ts";
import { termOf } from "../retrieval/lexical/term-of.ts";
import type { Lexicon } from "../scoring/features/text/lexicon.ts";
import { english } from "../scoring/features/text/lexicons/english.ts";
import { french } from "../scoring/features/text/lexicons/french.ts";
import { german } from "../scoring/features/text/lexicons/german.ts";
import { spanish } from "../scoring/features/text/lexicons/spanish.ts";
import type { ObjectionKind } from "./signal.ts";

const lexicons: readonly (readonly [Language, Lexicon])[] = [
  ["english", english],
  ["german", german],
  ["french", french],
  ["spanish", spanish],
];

/**
 * Terms of the inverted index that a passage must have one of to show an objection of a kind: of each phrase of the lexicons the place with
 * the fewest words that are indexed.
 * @returns `unreachable`: phrases of stop words alone, which the index cannot find.
 */
export function objectionTerms(kinds: readonly ObjectionKind[]): {
  terms: string[];
  phrases: number;
  unreachable: number;
} {
  const terms = new Set<string>();
  let [phrases, unreachable] = [0, 0];
  for (const [language, lexicon] of lexicons) {
    for (const phrase of kinds.flatMap((kind) => lexicon.phrases[kind])) {
      const rarest = placesOf(phrase, language).sort((a, b) => a.length - b.length)[0];
      phrases++;
      if (rarest) for (const term of rarest) terms.add(term);
      else unreachable++;
    }
  }
  return { terms: [...terms].sort(), phrases, unreachable };
}

/** The places of a phrase that must be filled and all of whose words are indexed, as terms. */
function placesOf(phrase: string, language: Language): string[][] {
  return phrase.split(" ").flatMap((place) => {
    if (place.endsWith("?") || place === "~") return [];
    const words = place.split("|");
    const found = words.map((word) => (word === "#" || word === "$" ? null : termOf(word, language)));
    return found.every((term) => term !== null) ? [found as string[]] : [];
  });
}
