import type { LeadScoringGraph } from "#graphs/lead-scoring/graph.ts";
import type { LeadScoringState } from "#graphs/lead-scoring/state.ts";
import { explainScore } from "./explain-score.ts";
import type { RunLeadScoring } from "./run-lead-scoring.ts";
import { scoreLead } from "./score-lead.ts";

/**
 * Makes the lead-scoring agent's tools over its graph. The graph is built on the first call: LangGraph takes a third of a
 * second to load, and a host should not wait for it before it sees the tools.
 */
export function leadScoringAgent(loadGraph: () => Promise<LeadScoringGraph>) {
  const run: RunLeadScoring = async (context, request) => {
    const compiled = await loadGraph();
    const final = await compiled.invoke({ request: { ...request, context } }, { signal: context.signal });
    return final as LeadScoringState;
  };
  return { scoreLead: scoreLead(run), explainScore: explainScore(run) };
}
