import { barChart } from "../charts/bar-chart.ts";
import { findingChart, measuredIn } from "../charts/finding-chart.ts";
import type { ChartOptions } from "../charts/frame.ts";
import { unitText, valueText } from "../charts/value-text.ts";
import { chart, table, text } from "./markup.ts";
import type { ReportInsight } from "./report-input.ts";

const typeNames: Record<ReportInsight["type"], string> = {
  TREND_ANALYSIS: "trend",
  ANOMALY_DETECTION: "anomaly",
  OPPORTUNITY_IDENTIFICATION: "opportunity",
  PERFORMANCE_COMPARISON: "comparison",
  PREDICTIVE_FORECAST: "forecast",
};

const strengths = { HIGH: "●●●", MEDIUM: "●●○", LOW: "●○○" };

/** One insight: what was found, its picture, what to do, and the numbers it rests on. */
export function insightArticle(insight: ReportInsight): string {
  const { title, description, type, impact, confidence, recommendations } = insight;
  const isEstimate = type === "PREDICTIVE_FORECAST";
  const tags = [
    `<span class="impact"><span aria-hidden="true">${strengths[impact]}</span> ${impact.toLowerCase()} impact</span>`,
    ...(isEstimate ? [] : [`<span>confidence ${confidence.toFixed(2)}</span>`]),
    `<span>${typeNames[type]}</span>`,
  ];
  return [
    '<article class="insight"><div class="words">',
    `<h3>${text(title)}</h3><p class="tags">${tags.join("")}</p><p>${text(description)}</p>`,
    ...recommendations.map((one) => `<p class="todo">${text(one)}</p>`),
    evidence(insight),
    `</div>${chart((width) => draw(insight, { width, bare: true }))}</article>`,
  ].join("\n");
}

function draw(
  { finding, title, description, unit, history, dataPoints }: ReportInsight,
  options: ChartOptions,
): string | null {
  if (finding) return findingChart({ finding, title, description, unit, history }, options);
  const points = dataPoints.filter(({ value }) => value !== null);
  if (points.length < 2) return null;
  const groups = points.map(({ label, value, n }) => ({ name: label, value, n }));
  return barChart({ title, description, unit: unit ?? "number", groups }, options);
}

const pointsShown = 60;

function evidence({ dataPoints, id, finding, unit }: ReportInsight): string {
  if (dataPoints.length === 0) return "";
  const measured = finding ? measuredIn(finding, unit) : (unit ?? "value");
  const rows = dataPoints
    .slice(0, pointsShown)
    .map(({ label, value, n, low, high, ids }) => [
      label,
      low === undefined || high === undefined
        ? valueText(value, measured)
        : `${valueText(value, measured)} (${valueText(low, measured)} to ${valueText(high, measured)})`,
      n === undefined ? "" : n.toLocaleString("en-US"),
      (ids ?? []).join(", "),
    ]);
  const hasIds = dataPoints.some(({ ids }) => (ids?.length ?? 0) > 0);
  const head = ["what", unitText(measured), "of", ...(hasIds ? ["records"] : [])];
  const shown = rows.map((row) => (hasIds ? row : row.slice(0, 3)));
  return `<details><summary>Evidence <code>${text(id)}</code></summary>${table({ head, rows: shown, numeric: [1, 2] })}</details>`;
}
