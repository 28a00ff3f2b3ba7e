import type { Analysis } from "#core/domain/insight.ts";
import { allAnalyses, runAnalysis } from "#knowledge/insights/analyses/run-analysis.ts";
import type { InsightData } from "#knowledge/insights/insight-data.ts";
import type { Tested } from "#knowledge/insights/subjects.ts";

export type { InsightData } from "#knowledge/insights/insight-data.ts";
export type { Tested, TooFew } from "#knowledge/insights/subjects.ts";

/** Every analysis there is. */
export const analyses: readonly Analysis[] = allAnalyses;

/** Makes one analysis of every metric of the data. */
export function analyseData(analysis: Analysis, data: InsightData): Tested[] {
  return runAnalysis(analysis, data);
}
