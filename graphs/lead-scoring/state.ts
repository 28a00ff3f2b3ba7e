import { ReducedValue, StateSchema } from "@langchain/langgraph";
import { z } from "zod";
import type { LeadScore } from "#core/domain/score.ts";
import type { ToolContext } from "#core/tool.ts";
import type { Phrased } from "#core/words.ts";
import type { EvFactors, LeadScoringTools, LeadView, LocalVote, MissedVote, Vote } from "./ports.ts";

const list = <T>() =>
  new ReducedValue(
    z.custom<T[]>().default(() => []),
    {
      inputSchema: z.custom<T[]>(),
      reducer: (current: T[], added: T[]) => [...current, ...added],
    },
  );

/** What travels through the graph: the lead comes in (stored or given), votes gather, a score with reasons comes out. */
export const LeadScoringState = new StateSchema({
  request: z.custom<LeadRequest>(),
  /** performance.now() when the run began: all model work of one run shares one time limit. */
  startedAt: z.number(),
  lead: z.custom<LeadView>(),
  /** A stored lead seen as it stands: votes on it can be held against its outcome one day. */
  isLive: z.boolean(),
  local: z.custom<LocalVote>(),
  votes: list<Vote>(),
  missed: list<MissedVote>(),
  score: z.custom<LeadScore>(),
  scorers: z.custom<ScorerReport[]>(),
  evFactors: z.custom<EvFactors | null>(),
  comparable: z.custom<ComparableLead[]>(),
  trace: z.custom<ScoreTrace>(),
  improvements: z.custom<Improvement[]>(),
  evidence: z.custom<Evidence[]>(),
  explanation: z.custom<string>(),
  recommendations: z.custom<string[]>(),
  wording: z.custom<Phrased>(),
});
export type LeadScoringState = typeof LeadScoringState.State;
export type LeadScoringUpdate = typeof LeadScoringState.Update;

/** Which lead, seen when, and how much to say about it. */
export interface LeadRequest {
  context: ToolContext;
  /** Either points at a stored contact … */
  reference?: { id?: string; email?: string; name?: string };
  /** … or the caller brings the lead along. */
  given?: LeadView;
  asOf: Date;
  /** "explain" also finds comparable leads and the contact's earlier scores. */
  depth: "score" | "explain";
  /** "explain" also says why the score moved since this moment. */
  since?: Date;
}

/** A scorer's part in a score: its weight and vote, or why it has none. */
export interface ScorerReport {
  name: string;
  status: "voted" | "failed";
  weight: number;
  probability: number | null;
  reason: string | null;
  /** A language model's engagement value factors, 0–100. */
  factors: EvFactors | null;
  record: ScorerRecord | null;
}

/** How a scorer did on leads that have ended since it voted: mean log losses in nats, all on the same leads. */
export interface ScorerRecord {
  leads: number;
  log_loss: number;
  local_log_loss: number;
  base_rate_log_loss: number;
}

export type Improvement = Awaited<ReturnType<LeadScoringTools["suggestImprovements"]["run"]>>[number];
export type ComparableLead = Awaited<ReturnType<LeadScoringTools["findComparableLeads"]["run"]>>[number];
export type ScoreTrace = Awaited<ReturnType<LeadScoringTools["traceScore"]["run"]>>;

/** A touch that a factor rests on. */
export interface Evidence {
  factor: string;
  interactionId: string;
  at: Date | null;
  label: string | null;
  excerpt: string | null;
}
