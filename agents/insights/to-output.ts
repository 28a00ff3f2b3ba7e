import type { Insight } from "#core/domain/insight.ts";
import type { InsightsState } from "#graphs/insights/state.ts";
import type { Judged } from "#tools/judge-findings.ts";
import { type OpportunityInsight, toOpportunityInsights } from "#tools/opportunity-insights.ts";
import { shorten } from "#tools/shorten.ts";
import type { Evidence, GenerateInsightsOutput, StandingMetric, ToldInsight } from "./contract.ts";
import { recommendationsOf } from "./recommendations.ts";
import { shownPoints } from "./shown-points.ts";
import { tooFewTexts } from "./too-few-texts.ts";
import { trendsOf } from "./trends.ts";

/** Gives a finished run the contract's shape. */
export function toInsightsOutput(state: InsightsState): GenerateInsightsOutput {
  const { request, data, parameters, tested, kept, notes } = state;
  const createdAt = request.createdAt.toISOString();
  const found = state.stories.map((story, index) => ({
    ...toldStory(state, index, createdAt),
    rank: story.rank,
  }));
  const listed = toOpportunityInsights(state.opportunities);
  const insights = merge(found, listed, request.limit).map((one) =>
    "rank" in one ? one.told : toldList(one, createdAt),
  );
  const shownLists = listed.filter(({ id }) => insights.some((insight) => insight.id === id));
  const details = recommendationsOf(state, { insights, lists: shownLists });
  const results = tested.flatMap((one) => one.tested);
  return {
    insights,
    trends: trendsOf(state),
    standing: data.standing.map(toStanding),
    recommendations: details.map(({ action }) => action),
    recommendation_details: details,
    period: {
      from: parameters.from,
      to: parameters.to,
      grain: data.grain,
      time_zone: data.timeZone,
      buckets: data.series[0]?.points.filter(({ at }) => at >= data.first).length ?? 0,
      segment: parameters.segment,
      assigned_to: parameters.assigned_to,
    },
    compared_with: { previous: spanOf(state, "previous"), last_year: spanOf(state, "last_year") },
    tests: results.reduce((total, { tests }) => total + tests, 0),
    too_few: tooFewTexts(state),
    engine: state.engine,
    replay: kept ? { handle: kept.handle, data_hash: kept.dataHash } : null,
    as_of: parameters.as_of,
    created_at: createdAt,
    notes: [...new Set([...data.notes, ...notes])],
  };
}

type Found = ReturnType<typeof toldStory> & { rank: number };

/** Lists of opportunities come behind what was found and weighs more, and take at most half of the room. */
function merge(found: readonly Found[], lists: readonly OpportunityInsight[], limit: number) {
  const shown = lists.slice(0, Math.max(1, Math.floor(limit / 2)));
  const room = Math.max(0, limit - shown.length);
  const high = (one: Found | OpportunityInsight) => ("rank" in one ? one.told.impact : one.impact);
  const order = ["HIGH", "MEDIUM", "LOW"];
  return [...found.slice(0, room), ...shown]
    .slice(0, limit)
    .toSorted((a, b) => order.indexOf(high(a)) - order.indexOf(high(b)));
}

const types: Record<Judged["analysis"], Insight["type"]> = {
  trend: "TREND_ANALYSIS",
  step: "TREND_ANALYSIS",
  season: "TREND_ANALYSIS",
  spike: "ANOMALY_DETECTION",
  group: "PERFORMANCE_COMPARISON",
  period: "PERFORMANCE_COMPARISON",
  forecast: "PREDICTIVE_FORECAST",
};

function toldStory(
  { stories, tellings, records }: InsightsState,
  index: number,
  createdAt: string,
): { told: ToldInsight } {
  const story = stories[index];
  const telling = tellings[index];
  if (!story || !telling) throw new Error("a story was not told");
  const { lead, supporting, impact } = story;
  const named = records.find(({ id }) => id === lead.id)?.points ?? [];
  return {
    told: {
      id: lead.id,
      type: types[lead.analysis],
      title: telling.title,
      description: telling.description,
      confidence: rounded(lead.confidence),
      impact,
      recommendations: telling.recommendations,
      dataPoints: shownPoints(lead).map((point) => {
        const ids = named.find(({ label }) => label === point.label)?.ids ?? [];
        return ids.length > 0 ? { ...point, ids } : point;
      }),
      createdAt,
      evidence: evidenceOf(lead),
      supporting: supporting.map(evidenceOf),
    },
  };
}

function toldList({ contactIds: _, total: __, ...list }: OpportunityInsight, createdAt: string): ToldInsight {
  return { ...list, createdAt, evidence: null, supporting: [] };
}

const nameLength = 120;

function toStanding({ groups, ...metric }: InsightsState["data"]["standing"][number]): StandingMetric {
  return {
    ...metric,
    groups: groups.map(({ name, value, n }) => ({
      name: name === null ? null : shorten(name, nameLength),
      value: value === null ? null : rounded(value),
      n,
    })),
  };
}

function evidenceOf(finding: Judged): Evidence {
  const { id, analysis, metric, dimension, group, words, direction, effect, low, high, p, q, n, numbers } =
    finding;
  return {
    finding: id,
    analysis,
    metric,
    dimension: dimension ?? null,
    group: group ?? null,
    at: words.at ?? null,
    direction,
    effect: effect === null ? null : rounded(effect),
    low: low === null ? null : rounded(low),
    high: high === null ? null : rounded(high),
    p,
    q,
    n,
    numbers: Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, rounded(value)])),
  };
}

/** Four digits that count. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

function spanOf(
  { data }: InsightsState,
  period: "previous" | "last_year",
): { from: string; to: string } | null {
  const found = data.totals.find((total) => total.period === period && total.value !== null);
  return found ? { from: found.from, to: found.to } : null;
}
