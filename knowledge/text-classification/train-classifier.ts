import { AppError } from "#core/errors.ts";
import { fitSharpness } from "./fit-sharpness.ts";
import { type ClassifierParts, classifierOf, type TextClassifier } from "./text-classifier.ts";
import { textFeatures } from "./text-features.ts";
import { marginsOf, trainMargins } from "./train-margins.ts";
import { buildVocabulary, type SparseVector, vectorOf } from "./vocabulary.ts";

/** A text with its label. */
export interface Example {
  text: string;
  label: string;
}

/** How to train; docs/intents.md tells where what is left out comes from. */
export interface TrainingOptions {
  /** Features in fewer texts are left out; 2 without it, 1 suits a few hundred examples. */
  minTexts?: number;
  /** Penalty of errors; 1 without it. */
  cost?: number;
  /** Passes over the examples at most; 8 without it. */
  rounds?: number;
  /** Decides the order in which examples are gone through. */
  seed?: number;
}

/**
 * Learns to tell labels apart from examples. One example in five of each label is held back first to learn what margins mean
 * (probabilities, familiarity); then all are learned from. The same examples in the same order give the same classifier.
 * @throws AppError VALIDATION_FAILED with fewer than two labels or 10 examples
 */
export function trainClassifier(examples: readonly Example[], options: TrainingOptions = {}): TextClassifier {
  return classifierOf(trainParts(examples, options));
}

/** The same as parts, for those who store it. */
export function trainParts(examples: readonly Example[], options: TrainingOptions = {}): ClassifierParts {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  if (labels.length < 2 || examples.length < 10) {
    throw new AppError(
      "VALIDATION_FAILED",
      `A classifier needs two labels and 10 examples at least; there are ${labels.length} and ${examples.length}.`,
    );
  }
  const { minTexts = 2, cost = 1, rounds = 8, seed = 1 } = options;
  const features = examples.map(({ text }) => textFeatures(text));
  const vocabulary = buildVocabulary(features, minTexts);
  const vectors = features.map((one) => vectorOf(vocabulary, one));
  const place = new Map(labels.map((label, i) => [label, i]));
  const targets = examples.map(({ label }) => place.get(label) as number);
  const learn = (kept: (at: number) => boolean) =>
    trainMargins(
      {
        vectors: vectors.filter((_, at) => kept(at)),
        targets: Int32Array.from(targets.filter((_, at) => kept(at))),
        labels: labels.length,
        features: vocabulary.features.length,
      },
      { cost, rounds, seed },
    );
  const heldBack = everyFifth(targets);
  const trial = learn((at) => !heldBack.has(at));
  const judged = [...heldBack].map((at) => ({
    margins: marginsOf(trial, vectors[at] as SparseVector),
    target: targets[at] as number,
  }));
  return {
    labels,
    vocabulary,
    margins: learn(() => true),
    sharpness: fitSharpness(judged),
    heldBack: Float32Array.from(judged, ({ margins }) => Math.max(...margins)).sort(),
  };
}

/** The places of the second, seventh, twelfth … example of each label: a label with a single one keeps it for training. */
function everyFifth(targets: readonly number[]): Set<number> {
  const seen = new Map<number, number>();
  const places = targets.flatMap((target, at) => {
    const before = seen.get(target) ?? 0;
    seen.set(target, before + 1);
    return before % 5 === 1 ? [at] : [];
  });
  return new Set(places);
}
