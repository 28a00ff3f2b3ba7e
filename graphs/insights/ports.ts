import type { Analyst } from "#core/analyst.ts";
import type { findInsightRecords } from "#tools/find-insight-records.ts";
import type { loadInsightData } from "#tools/load-insight-data.ts";
import type { ListForInsights } from "#tools/opportunity-insights.ts";
import type { saveInsightRun } from "#tools/save-insight-run.ts";

/** The verbs that the graph is granted. */
export interface InsightsTools {
  loadInsightData: ReturnType<typeof loadInsightData>;
  saveInsightRun: ReturnType<typeof saveInsightRun>;
  findInsightRecords: ReturnType<typeof findInsightRecords>;
}

/** Everything the graph is handed when it is built. */
export interface InsightsPorts {
  tools: InsightsTools;
  listOpportunities: ListForInsights;
  /** Plans and writes: the local analyst, or a model that falls back to it. */
  analyst: Analyst;
  /** Milliseconds that the model may take for a run. */
  modelTimeoutMs: number;
}
