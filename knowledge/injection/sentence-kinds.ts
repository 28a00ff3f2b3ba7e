import { intentExamples } from "../intents/examples/examples.ts";
import type { TextClassifier } from "../text-classification/text-classifier.ts";
import { type Example, trainClassifier } from "../text-classification/train-classifier.ts";
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

let classifier: TextClassifier | undefined;

/** What a sentence looks like to a classifier of our own examples, learned at the first call of a process. */
export function sentenceKinds(sentence: string): SentenceKinds {
  classifier ??= trainClassifier(examples(), { minTexts: 2, cost: 1, rounds: 8 });
  const { ranked } = classifier.classify(withConcepts(sentence));
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
