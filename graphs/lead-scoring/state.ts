import { ReducedValue, StateSchema } from "@langchain/langgraph";
import { z } from "zod";
import type { LeadScore } from "#core/domain/score.ts";
import type { ToolContext } from "#core/tool.ts";
import type { Phrased } from "#core/words.ts";
import type { LeadScoringTools, LeadView, LocalVote, MissedVote, Vote } from "./ports.ts";

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
  local: z.custom<LocalVote>(),
  votes: list<Vote>(),
  missed: list<MissedVote>(),
  score: z.custom<LeadScore>(),
  scorers: z.custom<ScorerReport[]>(),
  comparable: z.custom<ComparableLead[]>(),
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
  /** "explain" also finds comparable leads. */
  depth: "score" | "explain";
}

/** A scorer's part in a score: its weight and vote, or why it has none. */
export interface ScorerReport {
  name: string;
  status: "voted" | "failed";
  weight: number;
  probability: number | null;
  reason: string | null;
}

export type Improvement = Awaited<ReturnType<LeadScoringTools["suggestImprovements"]["run"]>>[number];
export type ComparableLead = Awaited<ReturnType<LeadScoringTools["findComparableLeads"]["run"]>>[number];

/** A touch that a factor rests on. */
export interface Evidence {
  factor: string;
  interactionId: string;
  at: Date | null;
  label: string | null;
  excerpt: string | null;
}
