import { toAppError } from "#core/errors.ts";
import type { InsightsPorts } from "../ports.ts";
import type { InsightsState, InsightsUpdate } from "../state.ts";

/** Names records behind what is told; an answer without them is better than none. */
export const cite =
  ({ tools }: Pick<InsightsPorts, "tools">) =>
  async ({ request, parameters, data, stories }: InsightsState): Promise<InsightsUpdate> => {
    const { context } = request;
    try {
      return { records: await tools.findInsightRecords.run(context, { parameters, data, stories }) };
    } catch (error) {
      if (context.signal.aborted) throw error;
      return { records: [], notes: [`ids of records were left out: ${toAppError(error).message}`] };
    }
  };
