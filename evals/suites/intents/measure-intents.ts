import { intentExamples } from "#knowledge/intents/examples/examples.ts";
import { asksForSomething } from "#knowledge/intents/find-questions.ts";
import type { Intent } from "#knowledge/intents/intent.ts";
import { type IntentReading, intentDetector } from "#knowledge/intents/intent-detector.ts";
import { auc } from "#knowledge/scoring/evaluate/auc.ts";
import { trainClassifier } from "#knowledge/text-classification/train-classifier.ts";
import type { LabelledText } from "./own-sets.ts";
import type { IntentSplit } from "./public-sets.ts";

/** How a classifier did on a public set. */
export interface PublicResult {
  name: string;
  right: number;
  of: number;
  /** Chance that a text with an intent has a higher margin than one without; NaN without such texts. */
  outOfScopeAuc: number;
  /** Shares of texts with and without an intent whose familiarity is above .05. */
  kept: { inScope: number; outOfScope: number };
  /** Mean probability of the best label less its accuracy: above 0 is too sure. */
  overconfidence: number;
  /** Processor time of training: the wall clock tells more of what runs beside. */
  trainingSeconds: number;
}

/** Trains on one part of a set and judges by the other. */
export function measurePublic(name: string, { train, test, outOfScope }: IntentSplit): PublicResult {
  const before = process.cpuUsage();
  const classifier = trainClassifier(train);
  const { user, system } = process.cpuUsage(before);
  const inside = test.map(({ text, label }) => ({ label, found: classifier.classify(text) }));
  const outside = outOfScope.map((text) => classifier.classify(text));
  const right = inside.filter(({ label, found }) => found.ranked[0]?.label === label).length;
  const sure = inside.reduce((sum, { found }) => sum + (found.ranked[0]?.probability ?? 0), 0);
  const share = (all: readonly { familiarity: number }[]) =>
    all.filter(({ familiarity }) => familiarity > 0.05).length / all.length;
  return {
    name,
    right,
    of: test.length,
    outOfScopeAuc: auc({
      scores: Float64Array.from([...inside.map(({ found }) => found), ...outside], ({ margin }) => margin),
      labels: Uint8Array.from([...inside.map(() => 1), ...outside.map(() => 0)]),
    }),
    kept: { inScope: share(inside.map(({ found }) => found)), outOfScope: share(outside) },
    overconfidence: (sure - right) / test.length,
    trainingSeconds: (user + system) / 1e6,
  };
}

/** How the product's intents did on texts of others. */
export interface OwnResult {
  name: string;
  of: number;
  right: number;
  wrong: number;
  /** Right among the three best ones. */
  amongThree: number;
  examples: string[];
}

/** Reads labelled texts; what is right is listed with each. */
export function measureOwn(
  name: string,
  texts: readonly LabelledText[],
  detect: (text: string) => IntentReading<string> = intentDetector(),
): OwnResult {
  const read = texts.map(({ text, right }) => ({ text, right, found: detect(text) }));
  const isRight = (right: readonly Intent[], intent: string | null) => right.some((one) => one === intent);
  const wrong = read.filter(({ right, found }) => found.intent !== null && !isRight(right, found.intent));
  return {
    name,
    of: texts.length,
    right: read.filter(({ right, found }) => isRight(right, found.intent)).length,
    wrong: wrong.length,
    amongThree: read.filter(({ right, found }) =>
      found.ranked.slice(0, 3).some(({ intent }) => isRight(right, intent)),
    ).length,
    examples: wrong.slice(0, 5).map(({ text, found }) => `${found.intent}: ${text.slice(0, 120)}`),
  };
}

/** Own examples, each read by a detector that was learned without its fifth. */
export function crossValidateOwn(folds = 5): OwnResult {
  const results = Array.from({ length: folds }, (_, fold) => {
    const kept = Object.fromEntries(
      Object.entries(intentExamples).map(([name, texts]) => [
        name,
        texts.filter((_, i) => i % folds !== fold),
      ]),
    );
    const held = Object.entries(intentExamples).flatMap(([name, texts]) =>
      name === "none"
        ? []
        : texts.filter((_, i) => i % folds === fold).map((text) => ({ text, right: [name as Intent] })),
    );
    return measureOwn("", held, intentDetector([], kept));
  });
  const sum = (count: (result: OwnResult) => number) => results.reduce((total, one) => total + count(one), 0);
  return {
    name: "own examples, five folds",
    of: sum(({ of }) => of),
    right: sum(({ right }) => right),
    wrong: sum(({ wrong }) => wrong),
    amongThree: sum(({ amongThree }) => amongThree),
    examples: results.flatMap(({ examples }) => examples).slice(0, 5),
  };
}

/** Precision, recall and F1 of the sentences that ask, 0–1. */
export function measureAsking(sentences: readonly { text: string; asks: boolean }[]): {
  precision: number;
  recall: number;
  f1: number;
} {
  let [hits, found, asked] = [0, 0, 0];
  for (const { text, asks } of sentences) {
    const says = asksForSomething(text);
    if (says) found++;
    if (asks) asked++;
    if (says && asks) hits++;
  }
  return { precision: hits / found, recall: hits / asked, f1: (2 * hits) / (found + asked) };
}
