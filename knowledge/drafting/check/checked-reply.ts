import type { DraftRisk, DraftSentence, DraftSource } from "#core/domain/draft.ts";
import type { ThreadToAnswer } from "../thread.ts";

/** A reply as somebody wrote it, and what it may rest on. */
export interface ReplyToCheck {
  thread: ThreadToAnswer;
  sentences: readonly DraftSentence[];
  sources: readonly DraftSource[];
  /** What the customer asks. */
  questions: readonly string[];
  injection: { score: number; reasons: readonly string[] };
}

/** What is left of a reply, and why a person should look. */
export interface CheckedReply {
  /** Placeholders put in, unfit sentences taken out; citations as code found them. */
  sentences: DraftSentence[];
  risks: DraftRisk[];
  questions: { text: string; answered: boolean }[];
  removed: { text: string; reason: string }[];
}

/** A sentence while it is being checked. */
export interface Judged {
  /** Undefined: it goes. */
  sentence?: DraftSentence;
  /** What the sentence does for the reply. */
  role: "greeting" | "closing" | "courtesy" | "question" | "check" | "statement";
  risks: DraftRisk[];
  /** Why it goes. */
  reason?: string;
}
