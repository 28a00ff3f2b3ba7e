/** A question with what a good answer to it is. */
export interface AnswerCase {
  question: string;
  /** Where the question comes from. */
  source: string;
  /** The ids of articles or messages that hold the answer; empty: the records do not tell. */
  gold: readonly string[];
}

/** What came of one question. */
export interface AnsweredCase extends AnswerCase {
  abstained: boolean;
  /** A sentence cites a passage that holds the answer. */
  citesGold: boolean;
  sentences: number;
  /** Sentences whose words do not stand in the passages that they cite. */
  unsupported: string[];
  milliseconds: number;
}

/** How many of a kind of question were answered as they should be. */
export interface AnswerShare {
  kind: "answerable" | "unanswerable";
  /** "all" or one source. */
  source: string;
  right: number;
  of: number;
  /** Answered without citing what holds the answer; for unanswerable ones, answered at all. */
  wrong: number;
}

/** What the answers suite measured. */
export interface AnswerResult {
  engine: string;
  shares: AnswerShare[];
  sentences: number;
  unsupported: string[];
  /** Milliseconds a question. */
  p50: number;
  p95: number;
  /** Some questions that went wrong, for a person to read. */
  examples: { question: string; source: string; what: string }[];
}
