import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import { analyses } from "#tools/analyse-data.ts";
import { plannableMetrics } from "#tools/plannable-metrics.ts";
import type { InsightsPorts } from "../ports.ts";
import type { InsightsState, InsightsUpdate } from "../state.ts";

/** A plan may take this share of the model's time; the rest is for writing. */
const share = 0.4;

/**
 * Lets the analyst choose what bears on the caller's question; without a question everything does. Whatever it chooses keeps to
 * the metrics that the caller named.
 */
export const plan =
  ({ analyst, modelTimeoutMs }: Pick<InsightsPorts, "analyst" | "modelTimeoutMs">) =>
  async ({ request }: InsightsState, config: LangGraphRunnableConfig): Promise<InsightsUpdate> => {
    const { question, metrics: wanted } = request;
    if (question === undefined) return { plan: null };
    const metrics = plannableMetrics().filter(({ id }) => !wanted?.length || wanted.includes(id));
    // A metric that there is not is the loader's to tell.
    if (wanted?.some((id) => !metrics.some((metric) => metric.id === id))) return { plan: null };
    const timeoutMs = modelTimeoutMs * share;
    const { value, note } = await analyst.plan({
      metrics,
      analyses,
      question,
      signal: config.signal,
      timeoutMs,
    });
    const chosen = {
      metrics: metrics.map(({ id }) => id).filter((id) => value.metrics.includes(id)),
      analyses: analyses.filter((analysis) => value.analyses.includes(analysis)),
    };
    const notes = note === undefined ? [] : [note];
    if (chosen.metrics.length === 0 || chosen.analyses.length === 0) return { plan: null, notes };
    return { plan: chosen, notes };
  };
