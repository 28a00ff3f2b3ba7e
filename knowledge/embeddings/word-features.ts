import { stableHash } from "../scoring/stable-hash.ts";

/** What a word adds to a hashed vector, whatever text it stands in. */
export interface WordFeatures {
  /** Hash of the word. */
  whole: number;
  /** Hashes of its pieces of 3–5 characters. */
  grams: Uint32Array;
  /** How much the word tells, about 0.7–1.15. */
  informative: number;
}

const shortestGram = 3;
const longestGram = 5;

/** Words kept, some 20 MB; when full, all are forgotten: cheaper than knowing which was used last. */
const mostKept = 50_000;
/** Longer words hardly come again. */
const longestKept = 40;

const kept = new Map<string, WordFeatures>();

/** The features of a word; a text's words have mostly been met before, and hashing them is what takes time. */
export function wordFeatures(word: string): WordFeatures {
  const known = kept.get(word);
  if (known) return known;
  const features = {
    whole: stableHash(word),
    grams: gramHashes(word),
    informative: informative(word),
  };
  if (word.length > longestKept) return features;
  if (kept.size >= mostKept) kept.clear();
  kept.set(word, features);
  return features;
}

/** Without a corpus a word's length is all that tells how rare it is, and tells little. */
function informative(word: string): number {
  return (Math.min(word.length, 12) / 6) ** 0.2;
}

/** With marks at both ends, and one before all, so that no piece is taken for a word. */
function gramHashes(word: string): Uint32Array {
  const marked = `<${word}>`;
  const hashes: number[] = [];
  for (let size = shortestGram; size <= longestGram; size++) {
    for (let at = 0; at + size <= marked.length; at++) {
      hashes.push(stableHash(`#${marked.slice(at, at + size)}`));
    }
  }
  return Uint32Array.from(hashes);
}
