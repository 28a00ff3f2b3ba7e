import { boundaryRule, bounded } from "#tools/data-boundaries.ts";
import type { GenerateInsightsOutput, ToldInsight, Trend } from "./contract.ts";
import { standingLine } from "./standing-text.ts";

/** The answer as a briefing: how things stand, what was found, what to do, what could not be told, how to check it. */
export function briefingText(output: GenerateInsightsOutput): string {
  const { insights, trends, standing, recommendations, too_few, notes, replay, tests, engine } = output;
  const parts = [
    heading(output),
    ...(trends.some(({ n }) => n > 0)
      ? ["How it stands:", ...trends.filter(({ n }) => n > 0).map(trendLine), ""]
      : []),
    ...(standing.length > 0
      ? [`As it is now. ${boundaryRule}`, bounded(standing.map(standingLine).join("\n")), ""]
      : []),
    insights.length === 0
      ? tests === 0
        ? "Nothing could be tested."
        : `Nothing stands out from chance (${tests} tests made).`
      : `What stands out, from ${tests} tests, the most important first.${standing.length > 0 ? "" : ` ${boundaryRule}`}`,
    ...(insights.length > 0 ? [bounded(insights.map(insightLines).join("\n\n"))] : []),
    ...(recommendations.length > 0
      ? ["", "What to do:", bounded(recommendations.map((text) => `- ${text}`).join("\n"))]
      : []),
    ...(too_few.length > 0 ? ["", "Too few data for:", ...too_few.map((text) => `- ${text}`)] : []),
    "",
    "Confidence: 1 minus the least probability that there is nothing, corrected for all tests made. Groups that differ are associations, not causes.",
    `Engine ${engine}.${replay ? ` Replay handle ${replay.handle}.` : ""}`,
    ...notes.map((note) => `Note: ${/[.!?]$/.test(note) ? note : `${note}.`}`),
  ];
  return parts.join("\n");
}

function heading(output: GenerateInsightsOutput): string {
  const { period, compared_with: compared, as_of, created_at } = output;
  const of = period.segment === null ? "all contacts" : `contacts with ${period.segment}`;
  const whose = period.assigned_to === null ? "" : ` of ${period.assigned_to}`;
  const against = [
    compared.previous && `the ${period.grain}s before, from ${compared.previous.from}`,
    compared.last_year && `the same period last year, from ${compared.last_year.from}`,
  ].filter(Boolean);
  const lookedBack = as_of === created_at ? "" : `; as of ${as_of.slice(0, 16).replace("T", " ")} UTC`;
  return (
    `Insights on ${of}${whose}, ${dayOf(period.from, period.time_zone)} to ${dayOf(period.to, period.time_zone)} (${period.time_zone}), ` +
    `${period.buckets} ${period.grain}s${against.length > 0 ? `; compared with ${against.join(" and ")}` : ""}${lookedBack}.`
  );
}

function dayOf(moment: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(new Date(moment));
}

function trendLine({ title, value, unit, previous, change, trend }: Trend): string {
  const shown = (number: number) =>
    unit === "share"
      ? `${(100 * number).toFixed(1)} %`
      : unit === "hours"
        ? `${number.toFixed(1)} hours`
        : number.toLocaleString("en-US");
  const now = value === null ? "not known" : shown(value);
  const before = previous === null ? "" : `, before ${shown(previous)}`;
  const moved = change === null ? "" : ` (${change >= 0 ? "+" : "−"}${Math.abs(100 * change).toFixed(0)} %)`;
  return `- ${title}: ${now}${before}${moved}, ${trend === "STABLE" ? "no change beyond chance" : trend.toLowerCase()}`;
}

function insightLines(insight: ToldInsight, index: number): string {
  const { type, title, description, confidence, impact, evidence } = insight;
  const worth =
    evidence === null
      ? "listed from the records, not tested"
      : type === "PREDICTIVE_FORECAST"
        ? `such intervals held ${(100 * confidence).toFixed(0)} % of past values`
        : `confidence ${confidence.toFixed(2)}`;
  return `${index + 1}. ${title}\n   ${impact.toLowerCase()} impact, ${worth}.\n   ${description}`;
}
