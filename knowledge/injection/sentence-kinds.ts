import { intentExamples } from "../intents/examples/examples.ts";
import { learnedOnce } from "../text-classification/learned-once.ts";
import { type Example, trainParts } from "../text-classification/train-classifier.ts";
import { withConcepts } from "./concept-words.ts";
import { actionExamples, attackExamples, taskExamples } from "./examples/attacks.ts";
import { innocentExamples } from "./examples/ordinary.ts";
import { proseExamples } from "./examples/prose.ts";

/** The chances that a sentence is of each kind, 0–1. */
export interface SentenceKinds {
  /** Tries to change what an assistant does. */
  attack: number;
  /** Wants something done with accounts, files or devices. */
  action: number;
  /** A task for an assistant that is no business of the mail. */
  task: number;
}

/** The classifier of sentences, of our own examples; it takes some 100 ms to learn. */
export const sentenceClassifier = learnedOnce(() =>
  trainParts(examples(), { minTexts: 2, cost: 1, rounds: 8 }),
);

/** What a sentence looks like to the classifier. */
export function sentenceKinds(sentence: string): SentenceKinds {
  const { ranked } = sentenceClassifier.classifier().classify(withConcepts(sentence));
  const chance = (kind: string) => ranked.find(({ label }) => label === kind)?.probability ?? 0;
  return { attack: chance("attack"), action: chance("action"), task: chance("task") };
}

function examples(): Example[] {
  const of = (label: string, texts: readonly string[]) =>
    texts.map((text) => ({ text: withConcepts(text), label }));
  return [
    ...of("attack", attackExamples),
    ...of("action", actionExamples),
    ...of("task", taskExamples),
    ...of("ordinary", innocentExamples),
    ...of("ordinary", proseExamples),
    ...of("ordinary", Object.values(intentExamples).flat()),
  ];
}
