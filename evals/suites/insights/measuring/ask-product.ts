import { type GenerateInsightsOutput, generateInsightsInput } from "#agents/insights/contract.ts";
import { generateInsights } from "#agents/insights/generate-insights.ts";
import type { Analyst } from "#core/analyst.ts";
import type { LanguageModel } from "#core/language-model.ts";
import type { Principal } from "#core/principal.ts";
import { buildInsightsGraph } from "#graphs/insights/graph.ts";
import type { InsightsState } from "#graphs/insights/state.ts";
import type { Database } from "#knowledge/db/database.ts";
import { localAnalyst } from "#knowledge/insights/local-analyst.ts";
import { modelAnalyst } from "#models/model-analyst.ts";
import { findInsightRecords } from "#tools/find-insight-records.ts";
import { loadInsightData } from "#tools/load-insight-data.ts";
import { saveInsightRun } from "#tools/save-insight-run.ts";
import type { Business } from "../generator/business.ts";
import { localDays, shiftDate } from "../generator/local-days.ts";
import type { AskInsights } from "./ask-insights.ts";
import { toldIn } from "./told-in.ts";

export interface Question {
  db: Database;
  principal: Principal;
  business: Pick<Business, "period" | "records" | "timeZone">;
  /** Writes the texts; without one they are the local templates. */
  model?: LanguageModel;
}

/** What generate_insights tells of a made-up workspace when its records end. */
export const askProduct: AskInsights = async ({ db }, principal, business) =>
  toldIn(await generate({ db, principal, business }));

/** Every text of the answer that a model may have worded, and the whole as a host shows it. */
export async function askTexts(question: Question): Promise<string[]> {
  const { insights, recommendations } = await generate(question);
  return [
    ...insights.flatMap(({ title, description, recommendations: own }) => [title, description, ...own]),
    ...recommendations,
  ];
}

/**
 * Runs the tool over its graph as the product joins them, but for two things: it is asked at the end of the records, not today, and
 * opportunities, which are lists and no findings, are left out.
 */
export async function generate({
  db,
  principal,
  business,
  model,
}: Question): Promise<GenerateInsightsOutput> {
  const graph = buildInsightsGraph({
    tools: {
      loadInsightData: loadInsightData(db),
      saveInsightRun: saveInsightRun(db),
      findInsightRecords: findInsightRecords(db),
    },
    listOpportunities: async () => ({ opportunities: [], totals: {}, notes: [] }),
    analyst: analystOf(model),
    modelTimeoutMs: 8_000,
  });
  const { period, records, timeZone } = business;
  const asOf = new Date(
    localDays(timeZone, { from: records.to, to: shiftDate(records.to, 1) })[0]?.start ?? 0,
  );
  const tool = generateInsights(async (request) => {
    const start = { request: { ...request, asOf }, startedAt: performance.now() };
    return (await graph.invoke(start)) as InsightsState;
  });
  const input = generateInsightsInput.parse({ time_period: period, time_zone: timeZone });
  return tool.run({ principal, signal: new AbortController().signal }, input);
}

function analystOf(model: LanguageModel | undefined): Analyst {
  return model ? modelAnalyst(model, localAnalyst) : localAnalyst;
}
