import type { Analyst } from "#core/analyst.ts";
import { testDatabase } from "#knowledge/db/test-database.ts";
import { localAnalyst } from "#knowledge/insights/local-analyst.ts";
import { findInsightRecords } from "#tools/find-insight-records.ts";
import { listOpportunities } from "#tools/list-opportunities.ts";
import { loadInsightData } from "#tools/load-insight-data.ts";
import { listForInsights } from "#tools/opportunity-insights.ts";
import { repeatInsightRun } from "#tools/repeat-insight-run.ts";
import { saveInsightRun } from "#tools/save-insight-run.ts";
import { buildInsightsGraph } from "./graph.ts";

/** The graph and what the agent needs beside it, on the test database. */
export function testInsights(analyst: Analyst = localAnalyst) {
  const db = testDatabase();
  const list = listForInsights(listOpportunities(db));
  return {
    buildGraph: async () =>
      buildInsightsGraph({
        tools: {
          loadInsightData: loadInsightData(db),
          saveInsightRun: saveInsightRun(db),
          findInsightRecords: findInsightRecords(db),
        },
        listOpportunities: list,
        analyst,
        modelTimeoutMs: 2_000,
      }),
    repeatRun: repeatInsightRun(db, list),
  };
}
