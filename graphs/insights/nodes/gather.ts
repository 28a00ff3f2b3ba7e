import { toAppError } from "#core/errors.ts";
import { analyses } from "#tools/analyse-data.ts";
import type { OpportunityList } from "#tools/opportunity-insights.ts";
import type { InsightsPorts } from "../ports.ts";
import type { InsightsRequest, InsightsState, InsightsUpdate } from "../state.ts";

const none: OpportunityList = { opportunities: [], totals: {}, notes: [] };

/** Loads the metrics and lists the opportunities; a list that cannot be had costs itself and a note. */
export const gather =
  ({ tools, listOpportunities }: Pick<InsightsPorts, "tools" | "listOpportunities">) =>
  async ({ request, plan }: InsightsState): Promise<InsightsUpdate> => {
    const { context, segment, from, to, timeZone, asOf, createdAt } = request;
    const [loaded, { list, note }] = await Promise.all([
      tools.loadInsightData.run(context, {
        segment,
        from,
        to,
        timeZone,
        asOf,
        isPast: asOf < createdAt,
        metrics: request.metrics && [...request.metrics],
        planned: plan?.metrics,
        analyses: plan?.analyses ?? analyses,
      }),
      opportunitiesOf(request, listOpportunities),
    ]);
    return {
      data: loaded.data,
      parameters: {
        ...loaded.parameters,
        opportunities: list !== undefined,
        opportunities_of: list?.assignedTo ?? null,
      },
      opportunities: list ?? none,
      notes: [...(list?.notes ?? []), ...(note === undefined ? [] : [note])],
    };
  };

async function opportunitiesOf(
  { context, asOf, segment }: InsightsRequest,
  listOpportunities: InsightsPorts["listOpportunities"],
): Promise<{ list?: OpportunityList; note?: string }> {
  if (segment?.trim()) return { note: "opportunities are listed for all contacts only, not for a segment" };
  try {
    return { list: await listOpportunities(context, asOf) };
  } catch (error) {
    if (context.signal.aborted) throw error;
    return { note: `opportunities were left out: ${toAppError(error).message}` };
  }
}
