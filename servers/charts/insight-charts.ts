import type { GenerateInsightsOutput, ToldInsight } from "#agents/insights/contract.ts";
import { drawnGrain } from "./drawn-grain.ts";
import { type ChartedFinding, findingChart } from "./finding-chart.ts";

/** What the charts of insights need to know beside them. */
export type ChartedAnswer = Pick<GenerateInsightsOutput, "insights" | "trends" | "period">;

/** The charts that stand beside an answer of generate_insights, the most important insights first. */
export function insightCharts(answer: GenerateInsightsOutput): { title: string; svg: string }[] {
  return answer.insights.flatMap((insight) => {
    const charted = chartedFinding(insight, answer);
    const svg = charted && findingChart(charted);
    return svg ? [{ title: insight.title, svg }] : [];
  });
}

/** What an insight's picture shows; null where it has none, as a list of leads. */
export function chartedFinding(insight: ToldInsight, answer: ChartedAnswer): ChartedFinding | null {
  const { title, description, evidence, dataPoints } = insight;
  if (evidence === null) return null;
  const { analysis, numbers, at, group } = evidence;
  const words: Record<string, string> = at === null ? {} : { at };
  const points = dataPoints.map(({ ids: _, n = 0, ...point }) => ({ ...point, n }));
  return {
    title,
    description,
    finding: { analysis, numbers, words, points, group },
    unit: unitOf(insight, answer),
    history: analysis === "forecast" ? courseOf(insight, answer) : [],
  };
}

/** Buckets of the period that another insight of the same metric shows in the same unit; none where no such is told. */
function courseOf(forecast: ToldInsight, answer: ChartedAnswer): { at: string; value: number | null }[] {
  const other = answer.insights.find(
    (insight) =>
      insight.evidence?.metric === forecast.evidence?.metric &&
      ["trend", "step"].includes(insight.evidence?.analysis ?? "") &&
      grainOf(insight, answer) === grainOf(forecast, answer),
  );
  return other?.dataPoints.map(({ label, value }) => ({ at: label, value })) ?? [];
}

/** "New leads per week". */
function unitOf(insight: ToldInsight, answer: ChartedAnswer): string {
  const { metric = "", analysis } = insight.evidence ?? {};
  const title = answer.trends.find(({ name }) => name === metric)?.title ?? metric.replaceAll("_", " ");
  return analysis === "period" ? `${title} in the period` : `${title} per ${grainOf(insight, answer)}`;
}

function grainOf({ dataPoints, evidence }: ToldInsight, { period }: ChartedAnswer): string {
  const days = dataPoints.map(({ label }) => label);
  return drawnGrain({ id: evidence?.finding ?? "", days, grain: period.grain });
}
