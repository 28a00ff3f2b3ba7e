import type { Principal } from "#core/principal.ts";
import { testInsights } from "#graphs/insights/test-insights.ts";
import { insightsAgent } from "./agent.ts";
import type { GenerateInsightsOutput } from "./contract.ts";

const { buildGraph, repeatRun } = testInsights();
export const { generateInsights, replayInsight } = insightsAgent(buildGraph, repeatRun);

/** Most of the made-up records. */
export const year = { time_period: { from: "2025-04-07", to: "2026-01-05" } };

/** What generate_insights answers on the test database. */
export function ask(principal: Principal, input: object = year): Promise<GenerateInsightsOutput> {
  const context = { principal, signal: new AbortController().signal };
  return generateInsights.run(context, generateInsights.input.parse(input));
}

/** What replay_insight answers. */
export function replay(principal: Principal, handle = "") {
  return replayInsight.run({ principal, signal: new AbortController().signal }, { handle });
}
