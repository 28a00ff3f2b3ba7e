import type { ReportInput } from "../report/report-input.ts";

const week = (index: number) => new Date(Date.UTC(2026, 7, 3 + 7 * index)).toISOString().slice(0, 10);
const wave = (index: number) => Math.round(22 + 0.9 * index + 4 * Math.sin(index * 1.9));

/** A report with everything in it, and a name wherever records or models may have put one. */
export function reportInput(name: string): ReportInput {
  const points = Array.from({ length: 15 }, (_, i) => ({ label: week(i), value: wave(i), n: wave(i) }));
  const history = Array.from({ length: 40 }, (_, i) => ({ at: week(i - 25), value: wave((i * 7) % 15) }));
  const rates = points.map(({ label }, i) => ({
    label,
    value: (i < 6 ? 0.31 : 0.22) + 0.03 * Math.sin(3 * i),
    n: 30,
  }));
  const told = {
    confidence: 0.94,
    impact: "HIGH" as const,
    recommendations: [`Ask ${name} for more.`],
    dataPoints: points,
  };
  return {
    workspace: name,
    createdAt: "2026-11-21T09:00:00.000Z",
    period: { from: "2026-08-03", to: "2026-11-16" },
    comparedWith: { from: "2026-04-20", to: "2026-08-03" },
    segment: name,
    timeZone: "Europe/Berlin",
    headlines: [
      {
        title: "New leads",
        value: 412,
        unit: "leads",
        change: { effect: 0.18, isGood: true, against: "than in the period before" },
      },
      {
        title: "Win rate",
        value: 0.243,
        unit: "share",
        change: { effect: -0.12, isGood: false, against: "than in the period before" },
      },
      {
        title: "Time to first response",
        value: 5.4,
        unit: "hours",
        change: { effect: -0.31, isGood: true, against: "than in the period before" },
      },
      {
        title: "Reply rate",
        value: 0.81,
        unit: "share",
        change: { effect: 0.001, isGood: true, against: "than in the period before" },
      },
      { title: name, value: null, unit: "leads" },
    ],
    insights: [
      {
        ...told,
        id: "trend:new_leads",
        type: "TREND_ANALYSIS",
        title: "New leads rise: 22 to 35 a week",
        description: `New leads of ${name} rose from 22 to 35 a week over 15 weeks, 58 % more (90 %: 31 to 84 %).`,
        unit: "leads per week",
        finding: { analysis: "trend", numbers: { first_level: 22, last_level: 35 }, words: {}, points },
      },
      {
        ...told,
        id: "step:win_rate",
        type: "ANOMALY_DETECTION",
        impact: "MEDIUM",
        title: "The win rate fell in the week of 14 Sep 2026 and stayed there",
        description: "It was 31 % before and 22 % since, 9 points less (90 %: 4 to 13).",
        dataPoints: rates,
        finding: {
          analysis: "step",
          numbers: { before_share: 0.31, after_share: 0.22 },
          words: { at: week(6) },
          points: rates,
        },
      },
      {
        ...told,
        id: `group:win_rate:source:${name}`,
        type: "PERFORMANCE_COMPARISON",
        title: `${name} wins more often than other sources`,
        description: `Won 34 % against 21 % of the others, 13 points more (90 %: 6 to 20). An association, not a cause.`,
        recommendations: [
          `Bring the others closer to ${name}: 48 open leads would bring 6 more won (90 %: 3 to 10).`,
        ],
        finding: {
          analysis: "group",
          group: name,
          numbers: { group_share: 0.34, rest_share: 0.21 },
          words: {},
          points: [
            { label: name, value: 0.34, n: 214 },
            { label: "Website", value: 0.24, n: 410 },
            { label: "Cold list", value: 0.13, n: 380 },
            { label: "(none)", value: 0.22, n: 37 },
          ],
        },
        dataPoints: [{ label: name, value: 0.34, n: 214, ids: [name, "c-17"] }],
      },
      {
        ...told,
        id: "forecast:new_leads",
        type: "PREDICTIVE_FORECAST",
        title: "New leads: about 36 a week in the next 4 weeks",
        description: "36 in the first week (90 %: 28 to 45), 37 in the fourth (90 %: 26 to 49).",
        recommendations: [],
        unit: "leads per week",
        history,
        finding: {
          analysis: "forecast",
          numbers: { next_low_level: 28, next_high_level: 45, final_low_level: 26, final_high_level: 49 },
          words: {},
          points: [36, 36.4, 36.7, 37].map((value, i) => ({ label: week(15 + i), value, n: 0 })),
        },
      },
    ],
    recommendations: [
      `Answer ${name} today: hot and waiting for 3 days.`,
      "Call the 12 leads that have gone quiet.",
    ],
    opportunities: [
      {
        title: "Likely leads wait for an answer",
        total: 12,
        entries: [
          {
            contactId: "c-17",
            name,
            company: name,
            score: 84.2,
            reason: `${name} asked 3 days ago; score 84.`,
            action: "Answer the question of 18 Nov.",
          },
          {
            contactId: "c-31",
            name: "Ada Lovelace",
            company: "Engine & Co.",
            score: 77,
            reason: "Wrote 2 days ago; score 77.",
            action: "Answer today.",
          },
        ],
      },
    ],
    standing: [
      {
        title: `Pipeline by stage of ${name}`,
        unit: "open leads",
        groups: [
          { name: "LEAD", value: 412, n: 412 },
          { name, value: 96, n: 96 },
          { name: null, value: 7, n: 7 },
        ],
        others: 3,
      },
      {
        title: "Median score by source",
        unit: "points of 100",
        groups: [
          { name, value: 61.4, n: 214 },
          { name: "Website", value: 48, n: 410 },
        ],
        others: 0,
      },
    ],
    funnel: {
      note: "All 5,000 contacts that were read.",
      stages: [
        { name: "contacted", count: 5000 },
        { name: "engaged", count: 3120, conversion: { share: 0.624, low: 0.613, high: 0.635 } },
        { name, count: 1210, conversion: { share: 0.388, low: 0.374, high: 0.402 } },
        { name: "offer", count: 640, conversion: { share: 0.529, low: 0.505, high: 0.552 } },
        { name: "closed", count: 301, conversion: { share: 0.47, low: 0.44, high: 0.5 } },
      ],
    },
    movement: {
      timeToWon: {
        curve: [
          { days: 4, share: 0.05, low: 0.02, high: 0.1 },
          { days: 12.4, share: 0.27, low: 0.21, high: 0.34 },
          { days: 41, share: 0.38, low: 0.31, high: 0.46 },
        ],
        quarters: [
          { share: 0.25, days: 12.4, low: 12.4, high: 41 },
          { share: 0.5, days: null, low: null, high: null },
          { share: 0.75, days: null, low: null, high: null },
        ],
      },
      transitions: [
        { from: "start", to: name, n: 1210, share: 0.8, low: 0.78, high: 0.82 },
        { from: name, to: "lost", n: 310, share: 0.2, low: 0.18, high: 0.22 },
      ],
      removal: [{ state: name, n: 700, effect: 0.61, low: 0.55, high: 0.66 }],
      cohorts: [
        {
          month: "2026-09",
          n: 120,
          converted: [
            { days: 30, share: { share: 0.2, low: 0.14, high: 0.27 } },
            { days: 60, share: null },
          ],
        },
      ],
    },
    topics: {
      topics: [
        {
          term: name,
          messages: 40,
          share: 0.1,
          before: 4,
          before_share: 0.01,
          change: 10,
          standard_errors: 5.1,
          examples: [{ message_id: "m-1", quote: `Does it come with ${name}?` }],
        },
      ],
      objections: [
        {
          kind: "costly",
          messages: 12,
          share: 0.03,
          low: 0.02,
          high: 0.045,
          message_ids: ["m-2"],
          quote: `${name} is too expensive.`,
        },
      ],
      looked: {
        messages: 400,
        share: 1,
        before: 390,
        before_share: 1,
        objections_share: 1,
        pending: 0,
      },
    },
    tooFew: [`Win rate of ${name}: 7 leads ended in this period; 20 are needed`],
    notes: [`3 interactions lie in the future and were left out. ${name}`],
    engine: name,
    replay: { handle: "0d6c5f0e-6f9c-4a57-9a55-6f3f2a4c1d11", dataHash: "9f2b7c".repeat(10) },
  };
}
