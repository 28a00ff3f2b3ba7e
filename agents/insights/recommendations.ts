import type { InsightsState } from "#graphs/insights/state.ts";
import type { OpportunityInsight } from "#tools/opportunity-insights.ts";
import type { RecommendationDetail, ToldInsight } from "./contract.ts";

const most = 12;

interface Told {
  insights: readonly ToldInsight[];
  lists: readonly OpportunityInsight[];
}

/** What to do, the most important first: on a segment with what it is worth, or on named contacts. */
export function recommendationsOf(
  { stories }: InsightsState,
  { insights, lists }: Told,
): RecommendationDetail[] {
  const details = insights.flatMap(({ id, recommendations }): RecommendationDetail[] => {
    const lead = stories.find((story) => story.lead.id === id)?.lead;
    const list = lists.find((one) => one.id === id);
    return recommendations.map((action, index) => ({
      action,
      insight_id: id,
      segment:
        lead?.dimension === undefined ? null : { dimension: lead.dimension, value: lead.group ?? null },
      contact_ids: list?.contactIds.slice(index, index + 1) ?? [],
      expected: lead ? expectedOf(lead) : null,
    }));
  });
  return details
    .filter(({ action }, index) => details.findIndex((one) => one.action === action) === index)
    .slice(0, most);
}

function expectedOf({
  metric,
  numbers,
}: InsightsState["findings"][number]): RecommendationDetail["expected"] {
  const { gain_count: change, gain_low_count: low, gain_high_count: high } = numbers;
  if (change === undefined) return null;
  const unit = metric === "reply_rate" ? "messages" : "leads";
  return { metric, change: Math.round(change), low: whole(low), high: whole(high), unit };
}

function whole(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value);
}
