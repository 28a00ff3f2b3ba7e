import { parentPort } from "node:worker_threads";
import { sentenceClassifier } from "../../injection/sentence-kinds.ts";
import { defaultIntents } from "../../intents/detect-intents.ts";
import type { ClassifierParts } from "../../text-classification/text-classifier.ts";
import type { LearnedClassifier } from "./learn-to-read.ts";

// The body of the thread: learns each classifier, hands it over without copying, and ends.

function tell(name: LearnedClassifier["name"], { vocabulary, ...parts }: ClassifierParts): void {
  const { features, idf } = vocabulary;
  const learned: LearnedClassifier = { name, ...parts, vocabulary: { features, idf } };
  const { margins, heldBack } = parts;
  const moved = [features, idf, margins.weights, margins.offsets, heldBack].map((array) => array.buffer);
  parentPort?.postMessage(learned, [...new Set(moved)] as ArrayBuffer[]);
}

tell("intents", defaultIntents.learn());
tell("sentences", sentenceClassifier.learn());
