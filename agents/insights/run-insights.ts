import type { InsightsRequest, InsightsState } from "#graphs/insights/state.ts";
import type { repeatInsightRun } from "#tools/repeat-insight-run.ts";

/** Runs the graph once for a request and returns its final state. */
export type RunInsights = (request: InsightsRequest) => Promise<InsightsState>;

/** The verb that runs a kept run again. */
export type RepeatInsightRun = ReturnType<typeof repeatInsightRun>;
