import type { AnalyzeCustomerJourneyOutput } from "#agents/customer-journey/contract.ts";
import type { ExplainScoreOutput } from "#agents/lead-scoring/contract.ts";
import { journeyChart } from "./journey-chart.ts";
import { scoreChart } from "./score-chart.ts";

/** The chart beside an answer of explain_score. */
export function scoreCharts({
  contact,
  score,
  low,
  high,
  factors,
}: ExplainScoreOutput): { title: string; svg: string }[] {
  const title = `${contact.name}: ${score.toFixed(0)} of 100`;
  const description = `Score ${score.toFixed(0)}, 90 % interval ${(100 * low).toFixed(0)} to ${(100 * high).toFixed(0)}. Factors in points of 100.`;
  return [{ title, svg: scoreChart({ title, description, factors }) }];
}

/** The chart beside an answer of analyze_customer_journey; none where no stage was reached at a known time. */
export function journeyCharts({
  contact,
  journey_stages: stages,
  summary,
}: AnalyzeCustomerJourneyOutput): { title: string; svg: string }[] {
  if (stages.every(({ entered_at }) => entered_at === null)) return [];
  const title = `Journey of ${contact.name}`;
  const shown = stages.map(({ stage, entered_at, dwell_days, is_open, won_peers, lost_peers }) => ({
    name: stage,
    enteredAt: entered_at,
    dwellDays: dwell_days,
    open: is_open,
    wonMedianDays: won_peers?.median_days ?? null,
    lostMedianDays: lost_peers?.median_days ?? null,
  }));
  return [{ title, svg: journeyChart({ title, description: summary, stages: shown }) }];
}
