import type { SignalName } from "./lexicon.ts";

/** What is kept of a message's text: what it tells, never its words as they stand. */
export interface TextReading {
  /** Each at most once. */
  signals: readonly SignalName[];
  /** −1..1 from words of mood; null without any. */
  tone: number | null;
  /** Those of the wanted words and pairs of words that stand in it, each once. */
  phrases: readonly string[];
}
