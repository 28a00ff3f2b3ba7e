import type { LeadScore } from "#core/domain/score.ts";
import type { BandThresholds } from "../certainty/bands.ts";

/** What the statistical scorer says: a complete score, and which model made it. */
export interface LocalVote {
  score: LeadScore;
  /** Null when no model is trained and the documented prior scored. */
  modelId: string | null;
  kind: string;
  bands: BandThresholds;
  /** What a reader must know about this score, a sentence each. */
  caveats: readonly string[];
}

/** Engagement value factors, 0–100 each, 100 best for us. */
export interface EvFactors {
  urgency: number;
  priority: number;
  sentiment: number;
  response_time: number;
}

/** What another scorer says. */
export interface Vote {
  /** `provider:model`. */
  scorer: string;
  probability: number;
  /** The scorer's own reason; a model's words, shown as such. */
  reason: string;
  factors: EvFactors;
}
