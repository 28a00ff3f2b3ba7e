import { setTimeout as sleep } from "node:timers/promises";
import { AppError, toAppError } from "#core/errors.ts";
import type { InsightsPorts } from "../ports.ts";
import type { InsightsState, InsightsUpdate } from "../state.ts";

/** After so long an answer without ids is better than none. */
const timeLimitMs = 10_000;

/** Names records behind what is told, as far as they are found in time. */
export const cite =
  ({ tools }: Pick<InsightsPorts, "tools">) =>
  async ({ request, parameters, data, stories }: InsightsState): Promise<InsightsUpdate> => {
    const { context } = request;
    try {
      const found = tools.findInsightRecords.run(context, { parameters, data, stories });
      const late = sleep(timeLimitMs, undefined, { ref: false }).then(() => {
        throw new AppError("NOT_READY", "finding them took too long.");
      });
      return { records: await Promise.race([found, late]) };
    } catch (error) {
      if (context.signal.aborted) throw error;
      return { records: [], notes: [`ids of records were left out: ${toAppError(error).message}`] };
    }
  };
