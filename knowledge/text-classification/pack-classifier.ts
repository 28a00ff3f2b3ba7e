import { packSingles, unpackSingles } from "../scoring/models/packed-floats.ts";
import type { ClassifierParts } from "./text-classifier.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** A classifier as JSON: numbers in base64, hashes instead of words. */
export interface PackedClassifier {
  version: 1;
  labels: readonly string[];
  features: string;
  idf: string;
  /** A byte a weight, in steps of the label's largest weight / 127. */
  weights: string;
  scales: string;
  offsets: string;
  sharpness: number;
  heldBack: string;
}

const steps = 127;

/** A classifier to be kept: a byte a weight, which changes margins by less than .01. */
export function packClassifier(parts: ClassifierParts): PackedClassifier {
  const { labels, vocabulary, margins, sharpness, heldBack } = parts;
  const { weights, offsets } = margins;
  const scales = new Float32Array(labels.length);
  weights.forEach((weight, i) => {
    const label = i % labels.length;
    scales[label] = Math.max(scales[label] as number, Math.abs(weight) / steps);
  });
  const bytes = Int8Array.from(weights, (weight, i) => Math.round(weight / (scales[i % labels.length] || 1)));
  return {
    version: 1,
    labels,
    features: Buffer.from(vocabulary.features.buffer).toString("base64"),
    idf: packSingles(vocabulary.idf),
    weights: Buffer.from(bytes.buffer).toString("base64"),
    scales: packSingles(scales),
    offsets: packSingles(offsets),
    sharpness,
    heldBack: packSingles(heldBack),
  };
}

/** The classifier that was packed. */
export function unpackClassifier(packed: PackedClassifier): ClassifierParts {
  const { labels, sharpness } = packed;
  const scales = unpackSingles(packed.scales);
  const bytes = new Int8Array(Uint8Array.from(Buffer.from(packed.weights, "base64")).buffer);
  return {
    labels,
    vocabulary: vocabularyOf(
      new Uint32Array(Uint8Array.from(Buffer.from(packed.features, "base64")).buffer),
      unpackSingles(packed.idf),
    ),
    margins: {
      weights: Float32Array.from(bytes, (byte, i) => byte * (scales[i % labels.length] as number)),
      offsets: unpackSingles(packed.offsets),
    },
    sharpness,
    heldBack: unpackSingles(packed.heldBack),
  };
}
