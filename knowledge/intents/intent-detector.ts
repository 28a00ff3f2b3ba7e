import { AppError } from "#core/errors.ts";
import { sentencesOf } from "../grounding/sentences.ts";
import { ownWords } from "../scoring/features/text/own-words.ts";
import { beforeSignature } from "../signals/signature.ts";
import {
  type ClassifierParts,
  classifierOf,
  type TextClassifier,
} from "../text-classification/text-classifier.ts";
import { type Example, trainParts } from "../text-classification/train-classifier.ts";
import { withConcepts } from "./concept-words.ts";
import { intentExamples, noIntent } from "./examples/examples.ts";
import { findQuestions } from "./find-questions.ts";
import type { Intent } from "./intent.ts";

/** An intent of a workspace's own, with sentences that mean it. */
export interface OwnIntent {
  name: string;
  /** 5 at least; 20 varied ones do well. An intent of the same name as a default gains them. */
  examples: readonly string[];
}

/** What a message is after. */
export interface IntentReading<Name extends string = Intent> {
  /** Null: none of these, or not sure enough. */
  intent: Name | null;
  /** The chance that `intent` is right, 0–1; of the best one where it is null. */
  probability: number;
  /** Every intent that a sentence of the message points to, best first. */
  ranked: { intent: Name; probability: number }[];
  /** The sentences that ask for something, in their order. */
  questions: string[];
}

/** Below it the best intent is a guess. */
const leastProbability = 0.35;
/** Turns about 2 % of the sentences away that have an intent. */
const leastFamiliarity = 0.02;
const fewestExamples = 5;
/** A long message has said what it wants by then. */
const mostSentences = 40;
/** What is said in passing gives way to anything else that the message says. */
const inPassing: ReadonlySet<string> = new Set(["thanks", "introduction"] satisfies Intent[]);
const passingWeight = 0.4;

/**
 * Learns the default intents, and a workspace's own beside them, and gives what reads a message's intents.
 * @param defaults other examples than the product's, by label; for measuring
 * @throws AppError VALIDATION_FAILED for an own intent with too few examples, or called as what stands for none
 */
export function intentDetector(
  own: readonly OwnIntent[] = [],
  defaults: Readonly<Record<string, readonly string[]>> = intentExamples,
): (message: string) => IntentReading<string> {
  const classifier = classifierOf(learnIntents(own, defaults));
  return (message) => readIntents(classifier, message);
}

/** The same as the parts of a classifier. @throws AppError as `intentDetector` */
export function learnIntents(
  own: readonly OwnIntent[] = [],
  defaults: Readonly<Record<string, readonly string[]>> = intentExamples,
): ClassifierParts {
  return trainParts([...defaultExamples(defaults), ...own.flatMap(examplesOf)], {
    minTexts: 2,
    cost: 1,
    rounds: 4,
  });
}

/** What a message is after and what it asks, by a classifier of intents. */
export function readIntents(classifier: TextClassifier, message: string): IntentReading<string> {
  return { ...rankIntents(classifier, message), questions: findQuestions(message) };
}

/** What a message is after, by a classifier of intents. */
export function rankIntents(
  classifier: TextClassifier,
  message: string,
): Omit<IntentReading<string>, "questions"> {
  const words = beforeSignature(ownWords(message));
  const best = new Map<string, number>();
  for (const sentence of sentencesOf(words).slice(0, mostSentences)) {
    const { ranked, familiarity } = classifier.classify(withConcepts(sentence));
    if (familiarity < leastFamiliarity) continue;
    for (const { label, probability } of ranked) {
      if (label === noIntent) continue;
      best.set(label, Math.max(best.get(label) ?? 0, probability));
    }
  }
  const weight = (intent: string) => (inPassing.has(intent) ? passingWeight : 1);
  const ranked = [...best]
    .map(([intent, probability]) => ({ intent, probability }))
    .filter(({ probability }) => probability >= 0.05)
    .sort((a, b) => b.probability * weight(b.intent) - a.probability * weight(a.intent));
  const first = ranked.find(({ probability }) => probability >= leastProbability) ?? ranked[0];
  const probability = first?.probability ?? 0;
  const intent = first && probability >= leastProbability ? first.intent : null;
  return { intent, probability, ranked };
}

function defaultExamples(defaults: Readonly<Record<string, readonly string[]>>): Example[] {
  return Object.entries(defaults).flatMap(([label, texts]) =>
    texts.map((text) => ({ text: withConcepts(text), label })),
  );
}

function examplesOf({ name, examples }: OwnIntent): Example[] {
  if (name === noIntent) {
    throw new AppError("VALIDATION_FAILED", `An intent cannot be called "${noIntent}": choose another name.`);
  }
  if (examples.length < fewestExamples) {
    throw new AppError(
      "VALIDATION_FAILED",
      `The intent ${name} has ${examples.length} examples; give it ${fewestExamples} at least.`,
    );
  }
  return examples.map((text) => ({ text: withConcepts(text), label: name }));
}
