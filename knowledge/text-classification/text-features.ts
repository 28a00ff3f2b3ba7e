import { streamSafe } from "#core/stream-safe.ts";
import { foldMarks } from "../retrieval/lexical/fold-marks.ts";

const pieces = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*|[?!%€$£]/gu;
const digits = /\p{N}+/gu;
const shortestGram = 3;
const longestGram = 5;
/** Beyond this many characters a text's start has said what it is about. */
const longestText = 8_000;
/** Longer words are cut here. */
const longestWord = 40;

/** How often each feature of a kind stands in a text; features are 32-bit hashes, so that a stored model holds no words. */
export interface TextFeatures {
  words: Map<number, number>;
  grams: Map<number, number>;
}

/**
 * What a classifier sees of a text: words and pairs of neighbours, and pieces of 3–5 characters of each word with marks at its
 * ends, which misspelt and inflected words share. Case, accents and which number it is do not count; ? ! and signs of money do.
 */
export function textFeatures(text: string): TextFeatures {
  const words = new Map<number, number>();
  const grams = new Map<number, number>();
  let before = hashOf("^", wordSeed);
  for (const word of wordsOf(text)) {
    const hash = hashOf(word, wordSeed);
    add(words, hash);
    add(words, pairOf(before, hash));
    before = hash;
    addGrams(grams, `<${word}>`);
  }
  add(words, pairOf(before, hashOf("$", wordSeed)));
  return { words, grams };
}

const wordSeed = 1;
const gramSeed = 2;

function wordsOf(text: string): string[] {
  const plain = foldMarks(streamSafe(text.slice(0, longestText)).normalize("NFKC").toLowerCase());
  const found = plain.replace(digits, "0").match(pieces) ?? [];
  return found.map((word) => word.replace("’", "'").slice(0, longestWord));
}

function addGrams(grams: Map<number, number>, marked: string): void {
  for (let at = 0; at + shortestGram <= marked.length; at++) {
    let hash = start(gramSeed);
    for (let size = 1; size <= longestGram && at + size <= marked.length; size++) {
      hash = step(hash, marked.charCodeAt(at + size - 1));
      if (size >= shortestGram) add(grams, finish(hash));
    }
  }
}

function add(counts: Map<number, number>, feature: number): void {
  counts.set(feature, (counts.get(feature) ?? 0) + 1);
}

function pairOf(first: number, second: number): number {
  return finish(Math.imul(first ^ 0x9e3779b9, 0x85ebca6b) ^ second);
}

function hashOf(word: string, seed: number): number {
  let hash = start(seed);
  for (let i = 0; i < word.length; i++) hash = step(hash, word.charCodeAt(i));
  return finish(hash);
}

/** FNV-1a, here step by step so that each longer piece goes on from the shorter one, with MurmurHash3's finaliser. */
function start(seed: number): number {
  return (2166136261 ^ seed) >>> 0;
}

function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, 16777619);
}

function finish(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
