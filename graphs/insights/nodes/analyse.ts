import type { Analysis } from "#core/domain/insight.ts";
import { analyseData } from "#tools/analyse-data.ts";
import type { InsightsState, InsightsUpdate } from "../state.ts";

/** Makes one analysis of every metric. */
export const analyse =
  (analysis: Analysis) =>
  ({ data }: InsightsState): InsightsUpdate => ({
    tested: [{ analysis, tested: analyseData(analysis, data) }],
  });
