import { streamSafe } from "#core/stream-safe.ts";
import { foldMarks } from "../retrieval/lexical/fold-marks.ts";

/** Words and phrases that mean the same, by the name of what they mean. */
export type ConceptWords = Readonly<Record<string, readonly string[]>>;

/**
 * Gives what puts the names of the concepts that a sentence mentions behind it. Some hundred sentences teach a classifier few
 * synonyms; that "rate", "fee" and "Preis" are all prices comes from a list instead.
 * @param concepts words in lower case without accents: "cancel*" is every word that begins so, spaces part the words of a phrase,
 * and * alone stands for up to three words.
 */
export function conceptMarker(concepts: ConceptWords): (sentence: string) => string {
  const index = indexOf(concepts);
  return (sentence) => {
    const words = folded(sentence);
    const found = new Set<string>();
    for (let at = 0; at < words.length; at++) {
      for (const concept of conceptsAt(index, words, at)) found.add(concept);
    }
    return [sentence, ...[...found].sort().map((concept) => `qq${concept}`)].join(" ");
  };
}

/** Phrases between commas. */
export function phrases(text: string): string[] {
  return text
    .split(",")
    .map((phrase) => phrase.trim().replace(/\s+/g, " "))
    .filter(Boolean);
}

interface Phrase {
  concept: string;
  /** All words of it; one that ends in * is a beginning. */
  words: readonly string[];
}

/** Phrases by their first word, and by its first letters where that is a beginning: a sentence is read once, not once a phrase. */
interface PhraseIndex {
  words: Map<string, Phrase[]>;
  beginnings: Map<string, Phrase[]>;
}

const mostBetween = 3;
/** Endless words begin with no more than this. */
const longestBeginning = 20;

function indexOf(concepts: ConceptWords): PhraseIndex {
  const index: PhraseIndex = { words: new Map(), beginnings: new Map() };
  for (const [concept, phrases] of Object.entries(concepts)) {
    for (const phrase of phrases) {
      const words = phrase.split(" ");
      const first = words[0] as string;
      const [map, key] = first.endsWith("*") ? [index.beginnings, first.slice(0, -1)] : [index.words, first];
      const known = map.get(key);
      if (known) known.push({ concept, words });
      else map.set(key, [{ concept, words }]);
    }
  }
  return index;
}

function conceptsAt(
  { words: known, beginnings }: PhraseIndex,
  words: readonly string[],
  at: number,
): string[] {
  const word = words[at] as string;
  const phrases = [...(known.get(word) ?? [])];
  for (let size = Math.min(word.length, longestBeginning); size > 1; size--) {
    phrases.push(...(beginnings.get(word.slice(0, size)) ?? []));
  }
  return phrases
    .filter((phrase) => goesOn(phrase.words, 1, { words, at: at + 1 }))
    .map(({ concept }) => concept);
}

/** Whether the words of a phrase from `part` on stand at a place. */
function goesOn(
  phrase: readonly string[],
  part: number,
  { words, at }: { words: readonly string[]; at: number },
): boolean {
  const wanted = phrase[part];
  if (wanted === undefined) return true;
  if (wanted === "*") {
    for (let skipped = 0; skipped <= mostBetween; skipped++) {
      if (goesOn(phrase, part + 1, { words, at: at + skipped })) return true;
    }
    return false;
  }
  const word = words[at];
  if (word === undefined) return false;
  const same = wanted.endsWith("*") ? word.startsWith(wanted.slice(0, -1)) : word === wanted;
  return same && goesOn(phrase, part + 1, { words, at: at + 1 });
}

/** The words in lower case without accents; "can't" becomes "cant", other apostrophes part words, and signs of money stand alone. */
function folded(sentence: string): string[] {
  const plain = foldMarks(streamSafe(sentence).normalize("NFKC").toLowerCase());
  return plain.replace(/n['’]t(?!\p{L})/gu, "nt").match(/[\p{L}\p{N}]+|[€$£%?]/gu) ?? [];
}
