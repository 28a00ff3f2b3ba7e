import { type ClassifierParts, classifierOf, type TextClassifier } from "./text-classifier.ts";

/** A classifier that a process learns once: when it is first asked, unless a thread has learned it before. */
export interface LearnedOnce {
  classifier(): TextClassifier;
  /** Learns it anew, for a thread that hands it to another. */
  learn(): ClassifierParts;
  /** Takes what a thread has learned, unless it has been learned here meanwhile. */
  take(parts: ClassifierParts): void;
  isLearned(): boolean;
}

/** Makes a classifier that is learned once. */
export function learnedOnce(learn: () => ClassifierParts): LearnedOnce {
  let classifier: TextClassifier | undefined;
  return {
    classifier: () => {
      classifier ??= classifierOf(learn());
      return classifier;
    },
    learn,
    take: (parts) => {
      classifier ??= classifierOf(parts);
    },
    isLearned: () => classifier !== undefined,
  };
}
