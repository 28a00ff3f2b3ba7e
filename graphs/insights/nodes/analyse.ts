import type { Analysis } from "#core/domain/insight.ts";
import { analyseData } from "#tools/analyse-data.ts";
import type { InsightsState, InsightsUpdate } from "../state.ts";

/** What one analyse run is sent: the state, and which analysis it makes. */
type AnalysisTurn = InsightsState & { one: Analysis };

/** Makes one analysis of every metric. */
export function analyse(state: InsightsState): InsightsUpdate {
  const { one, data } = state as AnalysisTurn;
  return { tested: [{ analysis: one, tested: analyseData(one, data) }] };
}
