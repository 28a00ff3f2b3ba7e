import type { GenerateInsightsOutput } from "#agents/insights/contract.ts";
import { shiftDate } from "../generator/local-days.ts";
import type { Told } from "../judging/told.ts";

const daysOf = { day: 1, week: 7, month: 31 } as const;

/** Spikes of whole weeks are told beside those of days, under ids of their own. */
const daysAt = (id: string, grain: keyof typeof daysOf) => (id.endsWith(":week") ? 7 : daysOf[grain]);

/** What an answer claims: each insight that rests on a finding. Lists of opportunities claim nothing. */
export function toldIn({ insights, period }: GenerateInsightsOutput): Told[] {
  return insights.flatMap(({ id, confidence, evidence }) => {
    if (!evidence) return [];
    const { analysis, metric, dimension, group, direction, at } = evidence;
    return [
      {
        id,
        analysis,
        metric,
        direction,
        confidence,
        ...(dimension === null ? {} : { dimension, group }),
        ...(at === null ? {} : { at: { from: at, to: shiftDate(at, daysAt(id, period.grain) - 1) } }),
      },
    ];
  });
}
