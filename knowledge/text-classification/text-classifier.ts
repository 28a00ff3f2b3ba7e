import { textFeatures } from "./text-features.ts";
import { type MarginWeights, marginsOf } from "./train-margins.ts";
import { type Vocabulary, vectorOf } from "./vocabulary.ts";

/** A label with the chance that it is the right one, given that one of them is. */
export interface RankedLabel {
  label: string;
  /** 0–1; they add up to 1. */
  probability: number;
}

/** What a classifier makes of a text. */
export interface Classification {
  /** Every label, best first. */
  ranked: RankedLabel[];
  /** The best label's distance from its border: above 0 inside. A text of no label has none far above −1. */
  margin: number;
  /**
   * Share of texts of known labels, held back from training, whose margin is not above this one, 0–1: a low one says
   * "none of these", and a threshold of .05 turns about 5 % of the texts away that have a label.
   */
  familiarity: number;
}

/** A trained classifier. */
export interface TextClassifier {
  labels: readonly string[];
  classify(text: string): Classification;
}

/** What a classifier consists of, as training makes it and `packClassifier` stores it. */
export interface ClassifierParts {
  labels: readonly string[];
  vocabulary: Vocabulary;
  margins: MarginWeights;
  /** Margins are multiplied by it before they become probabilities. */
  sharpness: number;
  /** Margins of the best label on held-back texts, ascending. */
  heldBack: Float32Array;
}

/** A classifier over its parts. */
export function classifierOf(parts: ClassifierParts): TextClassifier {
  const { labels, vocabulary, margins } = parts;
  return {
    labels,
    classify: (text) => classify(parts, marginsOf(margins, vectorOf(vocabulary, textFeatures(text)))),
  };
}

function classify({ labels, sharpness, heldBack }: ClassifierParts, margins: Float64Array): Classification {
  const margin = Math.max(...margins);
  const odds = margins.map((m) => Math.exp(sharpness * (m - margin)));
  const sum = odds.reduce((total, value) => total + value, 0);
  const ranked = labels.map((label, i) => ({ label, probability: (odds[i] as number) / sum }));
  ranked.sort((a, b) => b.probability - a.probability);
  return { ranked, margin, familiarity: shareUpTo(heldBack, margin) };
}

/** The share of ascending values that are at most `limit`, one more counted on both sides (a conformal p-value; Vovk et al. 2005). */
function shareUpTo(values: Float32Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return (low + 1) / (values.length + 1);
}
