import { learnedOnce } from "../text-classification/learned-once.ts";
import type { Intent } from "./intent.ts";
import { type IntentReading, learnIntents, rankIntents, readIntents } from "./intent-detector.ts";

/** The classifier of the default intents, which takes some 100 ms to learn. */
export const defaultIntents = learnedOnce(() => learnIntents());

/** What a message is after and what it asks, by the default intents. */
export function detectIntents(message: string): IntentReading {
  return readIntents(defaultIntents.classifier(), message) as IntentReading<Intent>;
}

/** The intent alone; null: none that is known. */
export function intentOf(message: string): Intent | null {
  return rankIntents(defaultIntents.classifier(), message).intent as Intent | null;
}
