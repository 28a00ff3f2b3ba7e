import { Worker } from "node:worker_threads";
import { log } from "#core/log.ts";
import { sentenceClassifier } from "../../injection/sentence-kinds.ts";
import { defaultIntents } from "../../intents/detect-intents.ts";
import type { ClassifierParts } from "../../text-classification/text-classifier.ts";
import { vocabularyOf } from "../../text-classification/vocabulary.ts";

/** What the thread says: a classifier without what is made of its other parts. */
export interface LearnedClassifier extends Omit<ClassifierParts, "vocabulary"> {
  name: "intents" | "sentences";
  vocabulary: Pick<ClassifierParts["vocabulary"], "features" | "idf">;
}

const classifiers = { intents: defaultIntents, sentences: sentenceClassifier };
let thread: { worker: Worker; done: Promise<void> } | undefined;

/**
 * Learns what reads messages, once a process, in a thread of its own, so that other calls are answered meanwhile. Never fails: what
 * is not learned then is learned when it is first needed.
 * @param options.ahead nobody waits for it: a process that has nothing else to do may end
 */
export async function learnToRead({ ahead = false } = {}): Promise<void> {
  if (Object.values(classifiers).every((each) => each.isLearned())) return;
  thread ??= startThread();
  if (!ahead) thread.worker.ref();
  await thread.done;
}

function startThread(): { worker: Worker; done: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const worker = new Worker(new URL("./learning-thread.ts", import.meta.url));
  worker.unref();
  worker.on("message", ({ name, vocabulary: { features, idf }, ...parts }: LearnedClassifier) => {
    classifiers[name].take({ ...parts, vocabulary: vocabularyOf(features, idf) });
  });
  worker.on("error", (error) => log.warn({ err: error }, "the thread that learns to read messages ended"));
  worker.on("exit", () => resolve());
  return { worker, done: promise };
}
