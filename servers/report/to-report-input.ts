import type { GenerateInsightsOutput, Trend } from "#agents/insights/contract.ts";
import type { TopicsOutput } from "#tools/topics-contract.ts";
import { chartedFinding } from "../charts/insight-charts.ts";
import type { Headline, Movement, ReportInput, ReportInsight } from "./report-input.ts";

/** What list_opportunities answers, as far as a report needs it. */
export interface ListedOpportunities {
  opportunities: readonly {
    kind: string;
    contact_id: string;
    external_id: string | null;
    name: string;
    company: string | null;
    score: number | null;
    reason: string;
    suggested_action: string;
  }[];
  totals: readonly { kind: string; count: number; exact: boolean }[];
  notes: readonly string[];
}

/** How contacts move through the stages, as knowledge/journeys counts it. */
export interface CountedFunnel extends Movement {
  stages: readonly {
    name: string;
    n: number;
    ofPrevious: { share: number; low: number; high: number } | null;
  }[];
  /** Journeys that were read, and contacts in all. */
  journeys: number;
  contacts: number;
}

export interface ReportParts {
  workspace: string;
  insights: GenerateInsightsOutput;
  /** Of the whole workspace; null where a segment is told, for they know no segments. */
  everybody: { opportunities: ListedOpportunities; funnel: CountedFunnel; topics: TopicsOutput } | null;
}

const leftOut =
  "Opportunities, topics and the pipeline are known of the whole workspace only, so they are left out of a report on a segment.";

/** What a report tells, from what the tools answered. */
export function toReportInput({ workspace, insights, everybody }: ReportParts): ReportInput {
  const { period, compared_with: compared } = insights;
  const span = ({ from, to }: { from: string; to: string }) => daysOf({ from, to }, period.time_zone);
  return {
    workspace,
    createdAt: insights.created_at,
    period: span(period),
    comparedWith: compared.previous && span(compared.previous),
    segment: period.segment,
    timeZone: period.time_zone,
    headlines: insights.trends.filter(({ n }) => n > 0).map(toHeadline),
    insights: insights.insights.map((insight) => toReportInsight(insight, insights)),
    // Those on single leads stand with the opportunities.
    recommendations: insights.recommendation_details
      .filter(({ insight_id: id }) => !id.startsWith("opportunity:"))
      .map(({ action }) => action),
    opportunities: everybody ? toLists(everybody.opportunities) : [],
    standing: insights.standing.map(({ title, dimension, ...rest }) => ({
      ...rest,
      title: `${title} by ${dimension === "assigned_to" ? "owner" : dimension.replaceAll("_", " ")}`,
    })),
    funnel: everybody && toFunnel(everybody.funnel),
    movement: everybody && toMovement(everybody.funnel),
    topics: everybody?.topics ?? null,
    tooFew: insights.too_few,
    notes: [
      `${insights.tests} tests were made.`,
      ...insights.notes,
      ...(everybody ? [...everybody.opportunities.notes, ...everybody.topics.notes] : [leftOut]),
    ],
    engine: insights.engine,
    replay: insights.replay && { handle: insights.replay.handle, dataHash: insights.replay.data_hash },
  };
}

/** The days on which moments fall where the records are counted. */
function daysOf({ from, to }: { from: string; to: string }, timeZone: string): { from: string; to: string } {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
  const day = (moment: string) => (moment.length > 10 ? format.format(new Date(moment)) : moment);
  return { from: day(from), to: day(to) };
}

/** Metrics of which less is better. */
const betterDown = ["lost", "first_response_time", "objection_rate"];
const neither = ["interactions", "inbound_messages", "outbound_messages", "topics"];

function toHeadline({ name, title, value, unit, change, last_year: lastYear }: Trend): Headline {
  const kept = unit === "share" || unit === "hours" ? unit : title;
  const earlier =
    change !== null
      ? { effect: change, against: "than in the period before" }
      : earlierYear({ value, lastYear });
  if (!earlier) return { title, value, unit: kept };
  const isGood = neither.includes(name) ? null : earlier.effect > 0 !== betterDown.includes(name);
  return { title, value, unit: kept, change: { ...earlier, isGood } };
}

function earlierYear({ value, lastYear }: { value: number | null; lastYear: number | null }) {
  if (value === null || lastYear === null || lastYear <= 0) return undefined;
  return { effect: value / lastYear - 1, against: "than a year before" };
}

function toReportInsight(
  insight: GenerateInsightsOutput["insights"][number],
  answer: GenerateInsightsOutput,
): ReportInsight {
  const charted = chartedFinding(insight, answer);
  return {
    ...insight,
    ...(charted && { finding: charted.finding, unit: charted.unit, history: charted.history }),
  };
}

const listTitles: Record<string, string> = {
  hot_unanswered: "Hot leads that nobody answered",
  unanswered_questions: "Questions that nobody answered",
  gone_quiet: "Promising leads gone quiet",
  upsell: "Customers like those who bought again",
};

const entriesShown = 8;

function toLists({ opportunities, totals }: ListedOpportunities): ReportInput["opportunities"] {
  const totalOf = (kind: string) => totals.find((total) => total.kind === kind) ?? { count: 0, exact: true };
  return [...Map.groupBy(opportunities, ({ kind }) => kind)].map(([kind, entries]) => ({
    title: listTitles[kind] ?? kind.replaceAll("_", " "),
    total: Math.max(entries.length, totalOf(kind).count),
    isEstimate: !totalOf(kind).exact,
    entries: entries
      .slice(0, entriesShown)
      .map(({ contact_id, external_id, name, company, score, reason, suggested_action }) => ({
        contactId: external_id ?? contact_id,
        name,
        company,
        score,
        reason,
        action: suggested_action,
      })),
  }));
}

function toFunnel({ stages, journeys, contacts }: CountedFunnel): ReportInput["funnel"] {
  if (stages.every(({ n }) => n === 0)) return null;
  const read =
    journeys < contacts
      ? `A sample of ${journeys.toLocaleString("en-US")} of ${contacts.toLocaleString("en-US")} contacts.`
      : `All ${contacts.toLocaleString("en-US")} contacts.`;
  return {
    note: `${read} Whoever reached a later stage has passed the earlier ones; being lost reaches none.`,
    stages: stages.map(({ name, n, ofPrevious }) => ({
      name,
      count: n,
      ...(ofPrevious && { conversion: ofPrevious }),
    })),
  };
}

/** Null where nobody has begun. */
function toMovement({ timeToWon, transitions, removal, cohorts }: CountedFunnel): Movement | null {
  return timeToWon && { timeToWon, transitions, removal, cohorts };
}
