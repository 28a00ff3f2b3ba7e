import type { Intent } from "./intent.ts";
import { type IntentReading, intentDetector } from "./intent-detector.ts";

let detector: ReturnType<typeof intentDetector> | undefined;

/** What a message is after, by the default intents; they are learned at the first call of a process, in some 100 ms. */
export function detectIntents(message: string): IntentReading {
  detector ??= intentDetector();
  return detector(message) as IntentReading<Intent>;
}
