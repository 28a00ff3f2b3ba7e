import {
  type ReplyToScore,
  type ScoredReply,
  scoreReply as score,
} from "#knowledge/drafting/score/score-reply.ts";

export type { ReplyToScore, ScoredReply } from "#knowledge/drafting/score/score-reply.ts";

/** Scores a checked reply: confidence and quality from 0 to 1, what to do with it, and the next steps. */
export function scoreReply(reply: ReplyToScore): ScoredReply {
  return score(reply);
}
