import { stableHash } from "../scoring/stable-hash.ts";

/** Weights against 1 for a word, chosen on SciFact's training queries (docs/retrieval.md). */
const bigramWeight = 0.2;
const gramWeight = 0.8;
const shortestGram = 3;
const longestGram = 5;

/**
 * A text's terms as one unit-length vector: each word, pair of neighbouring words and piece of 3–5 characters of a word is
 * hashed to a place and a sign (Weinberger et al. 2009, "Feature Hashing for Large Scale Multitask Learning"), so that
 * strangers cancel out on average. Pieces bring inflected and misspelt words near each other.
 * @param tokens as `analyse` makes them; none gives a fixed vector, because stores refuse a vector of zeros.
 */
export function hashedVector(tokens: readonly string[], dimensions: number): Float32Array {
  const sums = new Float64Array(dimensions);
  for (const [word, times] of countOf(tokens)) {
    const weight = dampened(times) * informative(word);
    add(sums, word, weight);
    const grams = gramsOf(word);
    // One word weighs the same however many pieces it has.
    for (const gram of grams) add(sums, gram, (gramWeight * weight) / Math.sqrt(grams.length));
  }
  for (const [pair, times] of countOf(pairsOf(tokens))) add(sums, pair, bigramWeight * dampened(times));
  const length = Math.hypot(...sums);
  if (length === 0) return Float32Array.from(sums, (_, at) => (at === 0 ? 1 : 0));
  return Float32Array.from(sums, (sum) => sum / length);
}

function add(sums: Float64Array, feature: string, weight: number): void {
  const hash = stableHash(feature);
  const place = (hash >>> 1) % sums.length;
  sums[place] = (sums[place] ?? 0) + (hash & 1 ? weight : -weight);
}

/** The tenth mention says less than the first. */
function dampened(times: number): number {
  return 1 + Math.log(times);
}

/** Without a corpus a word's length is all that tells how rare it is, and tells little. */
function informative(word: string): number {
  return (Math.min(word.length, 12) / 6) ** 0.2;
}

/** With marks at both ends, and one before all, so that no piece is taken for a word. */
function gramsOf(word: string): string[] {
  const marked = `<${word}>`;
  const grams: string[] = [];
  for (let size = shortestGram; size <= longestGram; size++) {
    for (let at = 0; at + size <= marked.length; at++) grams.push(`#${marked.slice(at, at + size)}`);
  }
  return grams;
}

function pairsOf(tokens: readonly string[]): string[] {
  return tokens.slice(1).map((token, at) => `${tokens[at]} ${token}`);
}

function countOf(features: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}
