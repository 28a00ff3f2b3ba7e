import { stableHash } from "../scoring/stable-hash.ts";
import { wordFeatures } from "./word-features.ts";

/** Weights against 1 for a word, chosen on SciFact's training queries (docs/retrieval.md). */
const bigramWeight = 0.2;
const gramWeight = 0.8;

/**
 * A text's terms as one unit-length vector: each word, pair of neighbouring words and piece of 3–5 characters of a word is
 * hashed to a place and a sign (Weinberger et al. 2009, "Feature Hashing for Large Scale Multitask Learning"), so that
 * strangers cancel out on average. Pieces bring inflected and misspelt words near each other.
 * @param tokens as `analyse` makes them; none gives a fixed vector, because stores refuse a vector of zeros.
 */
export function hashedVector(tokens: readonly string[], dimensions: number): Float32Array {
  const sums = new Float64Array(dimensions);
  for (const [word, times] of countOf(tokens)) {
    const { whole, grams, informative } = wordFeatures(word);
    const weight = dampened(times) * informative;
    add(sums, whole, weight);
    // One word weighs the same however many pieces it has.
    const each = (gramWeight * weight) / Math.sqrt(grams.length);
    for (const gram of grams) add(sums, gram, each);
  }
  for (const [pair, times] of countOf(pairsOf(tokens))) {
    add(sums, stableHash(pair), bigramWeight * dampened(times));
  }
  return toUnitLength(sums);
}

function add(sums: Float64Array, hash: number, weight: number): void {
  const place = (hash >>> 1) % sums.length;
  sums[place] = (sums[place] ?? 0) + (hash & 1 ? weight : -weight);
}

function toUnitLength(sums: Float64Array): Float32Array {
  const unit = new Float32Array(sums.length);
  let squares = 0;
  for (const sum of sums) squares += sum * sum;
  const length = Math.sqrt(squares);
  if (length === 0) unit[0] = 1;
  else for (let at = 0; at < sums.length; at++) unit[at] = (sums[at] ?? 0) / length;
  return unit;
}

/** The tenth mention says less than the first. */
function dampened(times: number): number {
  return 1 + Math.log(times);
}

function pairsOf(tokens: readonly string[]): string[] {
  return tokens.slice(1).map((token, at) => `${tokens[at]} ${token}`);
}

function countOf(features: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}
