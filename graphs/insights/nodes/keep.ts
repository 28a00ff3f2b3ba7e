import { toAppError } from "#core/errors.ts";
import { opportunityId } from "#tools/opportunity-insights.ts";
import type { InsightsPorts } from "../ports.ts";
import type { InsightsState, InsightsUpdate } from "../state.ts";

/** Keeps the run for repeating it; an answer without a handle is better than none. */
export const keep =
  ({ tools }: Pick<InsightsPorts, "tools">) =>
  async ({ request, parameters, data, findings, opportunities }: InsightsState): Promise<InsightsUpdate> => {
    const { context } = request;
    try {
      const kept = await tools.saveInsightRun.run(context, {
        parameters,
        data,
        findings,
        opportunities: opportunities.opportunities.map(opportunityId),
        createdAt: request.createdAt,
      });
      return { kept };
    } catch (error) {
      if (context.signal.aborted) throw error;
      return {
        kept: null,
        notes: [`the run was not kept and cannot be replayed: ${toAppError(error).message}`],
      };
    }
  };
