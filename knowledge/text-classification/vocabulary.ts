import type { TextFeatures } from "./text-features.ts";

/** The features that a classifier knows, with what each weighs. */
export interface Vocabulary {
  /** Hashes of the features, by place. */
  features: Uint32Array;
  /** Inverse document frequency by place, 1 and more. */
  idf: Float32Array;
  places: ReadonlyMap<number, number>;
}

/** A text as the places of its known features and their weights; its length is 1, or 0 if nothing of it is known. */
export interface SparseVector {
  places: Int32Array;
  weights: Float32Array;
}

/** What pieces of words weigh against words and pairs; the squares of both add up to 1. */
const gramShare = 0.5;

/** The features that at least `minTexts` of the texts hold; idf = 1 + ln((1 + n) / (1 + df)) (Salton & Buckley 1988, smoothed). */
export function buildVocabulary(texts: readonly TextFeatures[], minTexts: number): Vocabulary {
  const counts = new Map<number, number>();
  for (const { words, grams } of texts) {
    for (const feature of words.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
    for (const feature of grams.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const features = new Uint32Array(counts.size);
  let size = 0;
  for (const [feature, count] of counts) if (count >= minTexts) features[size++] = feature;
  const known = features.slice(0, size).sort();
  const idf = (feature: number) => 1 + Math.log((1 + texts.length) / (1 + (counts.get(feature) as number)));
  return vocabularyOf(known, Float32Array.from(known, idf));
}

/** A vocabulary from its stored parts. */
export function vocabularyOf(features: Uint32Array, idf: Float32Array): Vocabulary {
  const places = new Map<number, number>();
  features.forEach((feature, place) => {
    places.set(feature, place);
  });
  return { features, idf, places };
}

/** Sublinear tf-idf, (1 + ln tf) · idf, words and pieces each brought to a fixed length so that neither drowns the other. */
export function vectorOf(vocabulary: Vocabulary, { words, grams }: TextFeatures): SparseVector {
  const most = words.size + grams.size;
  const vector = { places: new Int32Array(most), weights: new Float32Array(most) };
  const wordsEnd = addPart(vector, 0, { counts: words, vocabulary });
  const end = addPart(vector, wordsEnd, { counts: grams, vocabulary });
  const { weights } = vector;
  // A text with only one of the two has length 1 all the same.
  const [ofWords, ofGrams] = wordsEnd === 0 ? [0, 1] : wordsEnd === end ? [1, 0] : [1 - gramShare, gramShare];
  scale(weights.subarray(0, wordsEnd), Math.sqrt(ofWords));
  scale(weights.subarray(wordsEnd, end), Math.sqrt(ofGrams));
  return { places: vector.places.slice(0, end), weights: weights.slice(0, end) };
}

function addPart(
  { places, weights }: SparseVector,
  from: number,
  { counts, vocabulary }: { counts: ReadonlyMap<number, number>; vocabulary: Vocabulary },
): number {
  let end = from;
  for (const [feature, count] of counts) {
    const place = vocabulary.places.get(feature);
    if (place === undefined) continue;
    places[end] = place;
    weights[end++] = (1 + Math.log(count)) * (vocabulary.idf[place] as number);
  }
  return end;
}

function scale(weights: Float32Array, length: number): void {
  let squares = 0;
  for (const weight of weights) squares += weight * weight;
  const factor = squares === 0 ? 0 : length / Math.sqrt(squares);
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) * factor;
}
