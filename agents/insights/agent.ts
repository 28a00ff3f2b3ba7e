import type { InsightsGraph } from "#graphs/insights/graph.ts";
import type { InsightsState } from "#graphs/insights/state.ts";
import { generateInsights } from "./generate-insights.ts";
import { replayInsight } from "./replay-insight.ts";
import type { RepeatInsightRun, RunInsights } from "./run-insights.ts";

/**
 * Makes the insights agent's tools over its graph.
 * @param loadGraph called on the first run: LangGraph takes a third of a second to load.
 */
export function insightsAgent(loadGraph: () => Promise<InsightsGraph>, repeatRun: RepeatInsightRun) {
  const run: RunInsights = async (request) => {
    const compiled = await loadGraph();
    const start = { request, startedAt: performance.now() };
    return (await compiled.invoke(start, { signal: request.context.signal })) as InsightsState;
  };
  return { generateInsights: generateInsights(run), replayInsight: replayInsight(repeatRun) };
}
