import { detectIntents } from "#knowledge/intents/detect-intents.ts";
import type { IntentReading } from "#knowledge/intents/intent-detector.ts";

/** What a message is after and what it asks. */
export type MessageReading = IntentReading;

/** Reads what a message is after; the first call of a process takes some 100 ms more. */
export function detectIntent(message: string): MessageReading {
  return detectIntents(message);
}
