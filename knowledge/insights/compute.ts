import type { AnalysisPlan } from "#core/analyst.ts";
import { runAnalysis } from "./analyses/run-analysis.ts";
import type { InsightData } from "./insight-data.ts";
import { type Judged, judge } from "./judge.ts";

/** Analyses and judges in one go, as the graph does node by node: the same data and plan give the same findings, byte by byte. */
export function computeFindings(data: InsightData, plan: Pick<AnalysisPlan, "analyses">): Judged[] {
  return judge(
    plan.analyses.flatMap((analysis) =>
      runAnalysis(analysis, data).map((tested) => ({ ...tested, analysis })),
    ),
  );
}
