import { expect, test } from "vitest";
import type { GenerateInsightsOutput, ToldInsight } from "#agents/insights/contract.ts";
import { reportHtml } from "./report-html.ts";
import { toReportInput } from "./to-report-input.ts";

const evidence = {
  finding: "trend:new_leads",
  analysis: "trend" as const,
  metric: "new_leads",
  dimension: null,
  group: null,
  at: null,
  direction: "up" as const,
  effect: 0.5,
  low: 0.2,
  high: 0.8,
  p: 0.001,
  q: 0.01,
  n: 300,
  numbers: { first_level: 20, last_level: 30 },
};
const told: ToldInsight = {
  id: "trend:new_leads",
  type: "TREND_ANALYSIS",
  title: "New leads rise",
  description: "New leads rose from 20 to 30 a week.",
  confidence: 0.9,
  impact: "HIGH",
  recommendations: [],
  dataPoints: Array.from({ length: 12 }, (_, i) => ({
    label: `2026-0${1 + Math.floor(i / 4)}-0${1 + 7 * (i % 2)}`,
    value: 20 + i,
    n: 20 + i,
  })),
  createdAt: "2026-11-21T09:00:00.000Z",
  evidence,
  supporting: [],
};
const trend = {
  n: 300,
  previous: 200,
  last_year: null,
  trend: "UP" as const,
  confidence: 0.9,
  unit: "in the period",
};
const insights: GenerateInsightsOutput = {
  insights: [
    told,
    {
      ...told,
      id: "forecast:new_leads",
      type: "PREDICTIVE_FORECAST",
      dataPoints: [{ label: "2026-04-01", value: 31, low: 22, high: 40 }],
      evidence: { ...evidence, analysis: "forecast", numbers: { final_low_level: 22, final_high_level: 40 } },
    },
    { ...told, id: "opportunity:gone_quiet", type: "OPPORTUNITY_IDENTIFICATION", evidence: null },
  ],
  trends: [
    { ...trend, name: "new_leads", title: "New leads", value: 300, change: 0.5 },
    { ...trend, name: "lost", title: "Lost leads", value: 90, change: 0.2 },
    { ...trend, name: "won", title: "Won leads", value: 60, change: null, last_year: 50 },
    { ...trend, name: "win_rate", title: "Win rate", value: null, n: 0, unit: "share", change: null },
  ],
  standing: [
    {
      metric: "average_score",
      title: "Median score",
      unit: "points of 100",
      dimension: "assigned_to",
      groups: [{ name: "Ada", value: 61.4, n: 20 }],
      others: 0,
    },
  ],
  recommendations: [],
  recommendation_details: [
    {
      action: "Find out what moved new leads.",
      insight_id: "trend:new_leads",
      segment: null,
      contact_ids: [],
      expected: null,
    },
    {
      action: "Write to Ada.",
      insight_id: "opportunity:gone_quiet",
      segment: null,
      contact_ids: ["c1"],
      expected: null,
    },
  ],
  period: {
    from: "2026-01-31T23:00:00.000Z",
    to: "2026-04-30T22:00:00.000Z",
    grain: "week",
    time_zone: "Europe/Berlin",
    buckets: 12,
    segment: null,
    assigned_to: null,
  },
  compared_with: { previous: null, last_year: null },
  tests: 40,
  too_few: [],
  engine: "local",
  replay: { handle: "h", data_hash: "d" },
  as_of: "2026-11-21T09:00:00.000Z",
  created_at: "2026-11-21T09:00:00.000Z",
  notes: [],
};
const entry = {
  kind: "gone_quiet",
  contact_id: "c1",
  external_id: null,
  name: "Ada",
  company: null,
  score: 80,
  reason: "Silent for 40 days.",
  suggested_action: "Write.",
};
const parts = {
  workspace: "acme",
  insights,
  everybody: {
    opportunities: {
      opportunities: Array.from({ length: 9 }, () => entry),
      totals: [{ kind: "gone_quiet", count: 31, exact: true }],
      notes: ["scores are old"],
    },
    topics: {
      period: {
        from: "2026-01-31T23:00:00.000Z",
        to: "2026-04-30T22:00:00.000Z",
        time_zone: "Europe/Berlin",
      },
      topics: [],
      objections: [],
      looked: { messages: 90, share: 1, before: 80, before_share: 1, objections_share: 1, pending: 0 },
      engine: "local",
      notes: ["topics are a sample"],
    },
    funnel: {
      stages: [
        { name: "contacted", n: 10, ofPrevious: null },
        { name: "engaged", n: 4, ofPrevious: { share: 0.4, low: 0.2, high: 0.6 } },
      ],
      journeys: 10,
      contacts: 25,
      timeToWon: {
        curve: [{ days: 3, share: 0.3, low: 0.2, high: 0.4 }],
        quarters: [{ share: 0.25, days: 3, low: 3, high: null }],
      },
      transitions: [{ from: "start", to: "contacted", n: 10, share: 1, low: 0.8, high: 1 }],
      removal: [],
      cohorts: [],
    },
  },
};
const input = toReportInput(parts);

test("days are those of the time zone, daylight saving and all", () => {
  expect(input.period).toEqual({ from: "2026-02-01", to: "2026-05-01" });
});

test("headlines know good news from bad, fall back on last year, and leave out what nothing is known of", () => {
  expect(
    input.headlines.map(({ title, change }) => [title, change?.effect, change?.isGood, change?.against]),
  ).toEqual([
    ["New leads", 0.5, true, "than in the period before"],
    ["Lost leads", 0.2, false, "than in the period before"],
    ["Won leads", expect.closeTo(0.2), true, "than a year before"],
  ]);
});

test("findings keep what their charts need, and a forecast continues its metric's course", () => {
  const [first, forecast, list] = input.insights;
  expect(first?.finding).toMatchObject({ analysis: "trend", numbers: { first_level: 20 } });
  expect(first?.unit).toBe("New leads per week");
  expect(forecast?.history).toHaveLength(12);
  expect(list?.finding).toBeUndefined();
});

test("single leads stand in the lists alone, eight of each with how many there are", () => {
  expect(input.recommendations).toEqual(["Find out what moved new leads."]);
  expect(input.opportunities).toMatchObject([{ title: "Promising leads gone quiet", total: 31 }]);
  expect(input.opportunities[0]?.entries).toHaveLength(8);
});

test("a sample says that it is one; an empty funnel is none", () => {
  expect(input.funnel?.note).toContain("A sample of 10 of 25 contacts.");
  expect(input.funnel?.stages[1]).toEqual({
    name: "engaged",
    count: 4,
    conversion: { share: 0.4, low: 0.2, high: 0.6 },
  });
  const none = {
    ...{ stages: [{ name: "contacted", n: 0, ofPrevious: null }], journeys: 0, contacts: 0 },
    ...{ timeToWon: null, transitions: [], removal: [], cohorts: [] },
  };
  expect(toReportInput({ ...parts, everybody: { ...parts.everybody, funnel: none } }).funnel).toBeNull();
});

test("a segment's report has nothing of everybody else, and says so", () => {
  const segmented = toReportInput({
    ...parts,
    insights: { ...insights, period: { ...insights.period, segment: "source=Referral" } },
    everybody: null,
  });
  expect(segmented).toMatchObject({
    segment: "source=Referral",
    opportunities: [],
    funnel: null,
    movement: null,
    topics: null,
  });
  expect(segmented.notes.at(-1)).toContain("left out of a report on a segment");
  expect(reportHtml(segmented)).not.toMatch(/id="(pipeline|opportunities|topics|movement)"/);
});

test("an estimated total is told as one", () => {
  const opportunities = {
    ...parts.everybody.opportunities,
    totals: [{ kind: "gone_quiet", count: 1_187, exact: false }],
  };
  const estimated = toReportInput({ ...parts, everybody: { ...parts.everybody, opportunities } });
  expect(reportHtml(estimated)).toContain("8 of about 1,200");
});

test("metrics without a course stand by what they are told by", () => {
  expect(input.standing).toMatchObject([{ title: "Median score by owner", groups: [{ name: "Ada" }] }]);
});

test("a report is made of it", () => {
  const html = reportHtml(input);
  expect(html.match(/<svg /g)).toHaveLength(10);
  expect(html).toContain("8 of 31");
  expect(html).toContain("No topic stands out against the time before (80 messages).");
  expect(html).toContain("25 % were won by day 3 (3 to not known)");
  expect(html).toContain("topics are a sample");
  expect(html).toContain("31 (22 to 40)");
});
