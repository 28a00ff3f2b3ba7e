import type { PassageHit } from "./domain/passage.ts";

/** What a question asks, worked out from it and what was said before. */
export interface Understood {
  /** The question as it would be asked without the conversation around it. */
  standalone: string;
  /** 1–4 searches that together would find the evidence. */
  queries: string[];
}

/** How well a passage serves a question: 0 not at all … 1 it holds the answer. */
export interface Grade {
  no: number;
  relevance: number;
}

/** A sentence as a reader wrote it, with what it claims to rest on; nothing is believed before it is verified. */
export interface WrittenSentence {
  text: string;
  citations: number[];
}

export interface ReaderCall {
  question: string;
  history?: readonly string[];
  signal?: AbortSignal;
  /** Milliseconds that a model may take, if less than its own time limit. */
  timeoutMs?: number;
}

/**
 * Reads and writes for the retrieval graph. Port: local (statistics and quoted sentences) or a model that falls back to it,
 * step by step; never throws. `note` says why a model's work was not used, without quoting it.
 */
export interface Reader {
  /** "local", or the id of the model that reads. */
  readonly engine: string;
  understand(call: ReaderCall): Promise<Read<Understood>>;
  grade(call: ReaderCall & { passages: readonly PassageHit[] }): Promise<Read<Grade[]>>;
  /** Further searches for what the passages found so far leave open; none when nothing more can be thought of. */
  rewrite(
    call: ReaderCall & { passages: readonly PassageHit[]; tried: readonly string[] },
  ): Promise<Read<Rewrite>>;
  /** Empty when the passages do not answer. */
  answer(call: ReaderCall & { passages: readonly PassageHit[] }): Promise<Read<WrittenSentence[]>>;
}

/** A next round's searches: new words for the question, or terms from what was found (pseudo-relevance feedback). */
export interface Rewrite {
  queries: string[];
  expansion: { term: string; weight: number }[];
}

/** A step's result and who did it. */
export interface Read<T> {
  value: T;
  /** "local" or the model. */
  engine: string;
  note?: string;
}
