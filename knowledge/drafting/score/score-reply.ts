import type { SuggestedAction } from "#core/domain/draft.ts";
import type { CheckedReply } from "../check/checked-reply.ts";
import type { ThreadToAnswer } from "../thread.ts";
import { confidenceOf } from "./confidence.ts";
import { nextSteps, suggestActions } from "./next-steps.ts";
import { qualityOf } from "./quality.ts";

/** A checked reply, and what is known of the message. */
export interface ReplyToScore {
  thread: ThreadToAnswer;
  checked: CheckedReply;
  /** Null: none of those that are known. */
  intent: string | null;
  /** 0–1. */
  intentProbability: number;
  /** The injection signal, 0–1. */
  injection: number;
}

/** How good a reply is, and what to do with it. */
export interface ScoredReply {
  /** 0–1. */
  confidence: number;
  /** 0–1 by criterion. */
  quality: Record<string, number>;
  suggested_actions: SuggestedAction[];
  next_steps: string[];
}

/** Scores a checked reply by rule. */
export function scoreReply({
  thread,
  checked,
  intent,
  intentProbability,
  injection,
}: ReplyToScore): ScoredReply {
  const quality = qualityOf(thread, checked);
  const borrowed = borrowedShare(checked);
  const confidence = confidenceOf({ quality, risks: checked.risks, intentProbability, injection, borrowed });
  const outlook = { checked, message: thread.answers.text, intent, confidence };
  return { confidence, quality, suggested_actions: suggestActions(outlook), next_steps: nextSteps(outlook) };
}

/** Of the sentences that rest on something, the share that rests only on what others were told. */
function borrowedShare({ sentences }: CheckedReply): number {
  const cited = sentences.filter(({ citations }) => citations.length > 0);
  const borrowed = cited.filter(({ citations }) => citations.every((id) => id.startsWith("r:")));
  return borrowed.length / Math.max(1, cited.length);
}
