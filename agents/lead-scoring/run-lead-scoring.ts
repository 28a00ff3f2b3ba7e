import type { ToolContext } from "#core/tool.ts";
import type { LeadRequest, LeadScoringState } from "#graphs/lead-scoring/state.ts";

/** Runs the graph once for a request and returns its final state. */
export type RunLeadScoring = (
  context: ToolContext,
  request: Omit<LeadRequest, "context">,
) => Promise<LeadScoringState>;
