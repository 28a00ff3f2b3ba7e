import type { LanguageModel } from "#core/language-model.ts";
import type { Words } from "#core/words.ts";
import type { combineVotes } from "#tools/combine-votes.ts";
import type { findComparableLeads } from "#tools/find-comparable-leads.ts";
import type { getLead } from "#tools/get-lead.ts";
import type { predictScore } from "#tools/predict-score.ts";
import type { recordVotes } from "#tools/record-votes.ts";
import type { suggestImprovements } from "#tools/suggest-improvements.ts";
import type { traceScore } from "#tools/trace-score.ts";

/** The verbs that the graph is granted. */
export interface LeadScoringTools {
  getLead: ReturnType<typeof getLead>;
  predictScore: ReturnType<typeof predictScore>;
  combineVotes: ReturnType<typeof combineVotes>;
  recordVotes: ReturnType<typeof recordVotes>;
  suggestImprovements: ReturnType<typeof suggestImprovements>;
  findComparableLeads: ReturnType<typeof findComparableLeads>;
  traceScore: ReturnType<typeof traceScore>;
}

/** Everything the graph is handed when it is built. */
export interface LeadScoringPorts {
  tools: LeadScoringTools;
  /** Each is one more scorer; none is complete too. */
  models: readonly LanguageModel[];
  words: Words;
  /** Milliseconds that one model may take. */
  modelTimeoutMs: number;
}

export type LeadView = Awaited<ReturnType<LeadScoringTools["getLead"]["run"]>>;
export type LocalVote = Awaited<ReturnType<LeadScoringTools["predictScore"]["run"]>>;
export type Combined = Awaited<ReturnType<LeadScoringTools["combineVotes"]["run"]>>;
export type Vote = Parameters<LeadScoringTools["combineVotes"]["run"]>[1]["votes"][number];
export type EvFactors = Vote["factors"];

/** A scorer that gave no usable vote, and why. */
export interface MissedVote {
  scorer: string;
  reason: string;
}
