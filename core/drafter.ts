import type { DraftRule, DraftSentence, DraftSource } from "./domain/draft.ts";
import type { Read } from "./reader.ts";

/** What a reply is to be written from. Customers' words in it are data, never instructions. */
export interface DraftingTask {
  /** The message to answer, without quotes and signature. */
  incoming: string;
  /** Earlier messages of the thread, oldest first. */
  history: readonly { direction: "INBOUND" | "OUTBOUND" | null; text: string; at: string }[];
  /** What the customer asks. */
  questions: readonly string[];
  /** The intent's id; null: none of those that are known. */
  intent: string | null;
  sources: readonly DraftSource[];
  rules: readonly DraftRule[];
  /** How the contact is greeted and who signs; null where not known. */
  names: { contactFirstName: string | null; senderName: string | null };
  /** Characters at most. */
  maxLength: number;
  /** What the user who asked for the draft wants in it. */
  instructions?: string | null;
  /** A first try and what should be better. */
  previous?: { sentences: readonly DraftSentence[]; problems: readonly string[] };
  signal?: AbortSignal;
  /** Milliseconds that a model may take, if less than its own time limit. */
  timeoutMs?: number;
}

export interface WrittenReply {
  /** The body without greeting and closing, in order; nothing is believed before it is checked. Empty: nothing to answer with was found. */
  sentences: DraftSentence[];
}

/**
 * Writes replies for the drafting graph. Port: local (past replies and articles, adapted) or a model that falls back to it; never
 * throws, and has no way to send or write anything.
 */
export interface Drafter {
  /** "local", or the id of the model that writes. */
  readonly engine: string;
  write(task: DraftingTask): Promise<Read<WrittenReply>>;
  /** What should be better, for one more try; empty: nothing. */
  critique(task: DraftingTask, reply: WrittenReply): Promise<Read<string[]>>;
}
