import { z } from "zod";
import { impact } from "./score.ts";

export const insightType = z.enum([
  "TREND_ANALYSIS",
  "ANOMALY_DETECTION",
  "OPPORTUNITY_IDENTIFICATION",
  "PERFORMANCE_COMPARISON",
  "PREDICTIVE_FORECAST",
]);
export type InsightType = z.infer<typeof insightType>;

export const analysis = z.enum(["trend", "step", "spike", "season", "group", "period", "forecast"]);
/**
 * What was tested. trend: a metric rises or falls over the period; step: its level changed at a moment; spike: one bucket stands out;
 * season: weekdays (or months) differ; group: a group differs from the rest; period: the period differs from an earlier one;
 * forecast: what comes next, an estimate without a test.
 */
export type Analysis = z.infer<typeof analysis>;

export const finding = z.object({
  /** The same for the same question of the same data: `trend:new_leads`, `group:win_rate:source:Referral`. */
  id: z.string(),
  analysis,
  metric: z.string(),
  dimension: z.string().optional(),
  /** The group's name; null where the records have none. */
  group: z.string().nullable().optional(),
  /** Of the test, two-sided, before anything is said of other tests; null: an estimate, not a test. */
  p: z.number().min(0).max(1).nullable(),
  direction: z.enum(["up", "down", "none"]),
  /**
   * How large, as a share of what it is compared with: .25 is a quarter more. Of a trend: from the period's first bucket to its last.
   * Null where that has no sense (compared with nothing).
   */
  effect: z.number().nullable(),
  /** 90 % interval of the effect. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** What it rests on: events, trials, durations. */
  n: z.number().int(),
  /** Every number that a text may state about it, unrounded, by what it is. */
  numbers: z.record(z.string(), z.number()),
  /** Every moment and name that a text may state. */
  words: z.record(z.string(), z.string()),
  /** The points of the series or the groups that show it. */
  points: z.array(
    z.object({
      label: z.string(),
      value: z.number().nullable(),
      n: z.number().int(),
      /** 90 % interval of a value that is forecast. */
      low: z.number().optional(),
      high: z.number().optional(),
    }),
  ),
});
/** The result of one test. */
export type Finding = z.infer<typeof finding>;

export const dataPoint = z.object({
  label: z.string(),
  value: z.number().nullable(),
  /** What the value was computed from. */
  n: z.number().int().optional(),
  /** 90 % interval of a value that is forecast. */
  low: z.number().optional(),
  high: z.number().optional(),
  /** Ids of contacts, messages or conversations it stands for; at most 20. */
  ids: z.array(z.string()).optional(),
});

export const insight = z.object({
  id: z.string(),
  type: insightType,
  title: z.string(),
  description: z.string(),
  /** How far the evidence goes: 1 minus the least probability, from even odds, that there is nothing (docs/insights.md). */
  confidence: z.number().min(0).max(1),
  impact,
  recommendations: z.array(z.string()),
  dataPoints: z.array(dataPoint),
  /** ISO 8601. */
  createdAt: z.string(),
});
/** What is told of a finding, or of a list of opportunities. */
export type Insight = z.infer<typeof insight>;
