import { z } from "zod";
import { analysis, dataPoint, insightType } from "#core/domain/insight.ts";
import { impact } from "#core/domain/score.ts";
import { grain } from "#core/domain/series.ts";

const dateText = z.string().min(1).max(60);

export const generateInsightsInput = z.object({
  customer_segment: z
    .string()
    .max(1_000)
    .optional()
    .describe(
      "Only these contacts: dimension=value, several with commas between, as source=Referral, status=LEAD. Default: all.",
    ),
  time_period: z
    .object({
      from: dateText.optional().describe("A day as 2026-01-31, or a date and time with its zone."),
      to: dateText.optional().describe("The first day that is not in it any more."),
    })
    .optional()
    .describe("Default: the last 90 days. Only whole days, weeks or months that have passed count."),
  as_of: dateText
    .optional()
    .describe(
      "To look back: a day, from whose beginning on nothing counts, or a date and time with its zone; default: now.",
    ),
  metrics: z.array(z.string().min(1).max(80)).max(40).optional().describe("Ids of metrics; default: all."),
  time_zone: z.string().min(1).max(80).optional().describe("IANA name, as Europe/Berlin; default: UTC."),
  limit: z.number().int().min(1).max(30).default(12).describe("How many insights at most."),
  charts: z
    .boolean()
    .optional()
    .describe(
      "True: charts come as SVG images beside the text. Only for programs that show SVG: several hosts fail on it.",
    ),
  question: z
    .string()
    .trim()
    .min(1)
    .max(1_000)
    .optional()
    .describe("What you want to know. A configured language model chooses metrics and analyses by it."),
});
export type GenerateInsightsInput = z.infer<typeof generateInsightsInput>;

const interval = {
  low: z.number().nullable().describe("90 % interval of the effect."),
  high: z.number().nullable(),
};

const evidence = z.object({
  finding: z.string().describe("The same for the same question of the same data."),
  analysis,
  metric: z.string(),
  dimension: z.string().nullable(),
  group: z
    .string()
    .nullable()
    .describe("As the records have it; null with a dimension: those without a value."),
  at: z.string().nullable().describe("First day of the bucket that a step or a spike points to."),
  direction: z.enum(["up", "down", "none"]),
  effect: z.number().nullable().describe("Relative change or difference: .25 is a quarter more."),
  ...interval,
  p: z.number().nullable().describe("Of the one test; null: an estimate."),
  q: z
    .number()
    .nullable()
    .describe("Share of false discoveries at which it would still be one, over all tests of the run."),
  n: z.number().int(),
  numbers: z
    .record(z.string(), z.number())
    .describe(
      "What texts may state, by name; its end is the unit: share, change, points (all of 1), hours, level, count, buckets.",
    ),
});
export type Evidence = z.infer<typeof evidence>;

const toldInsight = z.object({
  id: z.string(),
  type: insightType,
  title: z.string(),
  description: z.string(),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .describe(
      "1 minus the least probability that there is nothing, from even odds and after correction for all tests made; " +
        "of a forecast: the share of past values that such intervals held; of opportunities .5: listed, not tested.",
    ),
  impact,
  recommendations: z.array(z.string()),
  dataPoints: z
    .array(dataPoint)
    .describe(
      "ids: some of the contacts or messages behind the point that it is about; low, high: 90 % interval of a forecast.",
    ),
  createdAt: z.string(),
  evidence: evidence.nullable().describe("Null for a list of opportunities."),
  supporting: z.array(evidence).describe("Findings that are the same change seen differently."),
});
export type ToldInsight = z.infer<typeof toldInsight>;

const recommendationDetail = z.object({
  action: z.string(),
  insight_id: z.string(),
  segment: z.object({ dimension: z.string(), value: z.string().nullable() }).nullable(),
  contact_ids: z.array(z.string()),
  expected: z
    .object({
      metric: z.string(),
      change: z.number().describe("In the unit named: an association in these records, not a promise."),
      ...interval,
      unit: z.string(),
    })
    .nullable(),
});
export type RecommendationDetail = z.infer<typeof recommendationDetail>;

const trend = z.object({
  name: z.string().describe("A metric's id."),
  title: z.string(),
  value: z.number().nullable().describe("Of the period: a count's sum, a rate, a median in hours."),
  unit: z.string(),
  n: z.number().int(),
  previous: z.number().nullable().describe("Of the period before; null where records do not reach back."),
  last_year: z.number().nullable(),
  change: z.number().nullable().describe("Against the period before: .25 is a quarter more."),
  trend: z
    .enum(["UP", "DOWN", "STABLE"])
    .describe("STABLE: no change was found that stands out from chance."),
  confidence: z.number().min(0).max(1),
});
export type Trend = z.infer<typeof trend>;

const standing = z.object({
  metric: z.string(),
  title: z.string(),
  unit: z.string(),
  dimension: z.string(),
  groups: z.array(
    z.object({ name: z.string().nullable(), value: z.number().nullable(), n: z.number().int() }),
  ),
  others: z.number().int().describe("Smaller groups left out."),
});
export type StandingMetric = z.infer<typeof standing>;

const span = z.object({ from: z.string(), to: z.string() });

export const generateInsightsOutput = z.object({
  insights: z.array(toldInsight),
  trends: z.array(trend),
  standing: z
    .array(standing)
    .describe(
      "Metrics without a course, as they are now: of open leads; not tested, and no part of a replay.",
    ),
  recommendations: z.array(z.string()),
  recommendation_details: z.array(recommendationDetail),
  period: span.extend({
    grain,
    time_zone: z.string(),
    buckets: z.number().int().describe("Whole ones that have passed."),
    segment: z.string().nullable(),
    assigned_to: z.string().nullable().describe("Whose contacts alone; null: everybody's."),
  }),
  compared_with: z.object({ previous: span.nullable(), last_year: span.nullable() }),
  tests: z.number().int().describe("How many were made; false discoveries are controlled over all."),
  too_few: z.array(z.string()).describe("What the data are too few to tell, and what is missing."),
  engine: z.string().describe('"local", or the model whose words are in the texts.'),
  replay: z
    .object({ handle: z.string(), data_hash: z.string() })
    .nullable()
    .describe("replay_insight runs the same again with the handle."),
  as_of: z.string().describe("Nothing after it counts."),
  created_at: z.string(),
  notes: z.array(z.string()),
});
export type GenerateInsightsOutput = z.infer<typeof generateInsightsOutput>;

export const replayInsightInput = z.object({
  handle: z.string().min(1).max(100).describe("replay.handle of an answer of generate_insights."),
});

const valueChange = {
  before: z.number().nullable(),
  after: z.number().nullable(),
  n_before: z.number().int(),
  n_after: z.number().int(),
};

export const replayInsightOutput = z.object({
  same: z
    .boolean()
    .describe(
      "True: the same data, and byte by byte the same findings; of what notes leave out it says nothing.",
    ),
  handle: z.string(),
  first_run: z.string(),
  data_hash: z.object({ before: z.string(), after: z.string() }),
  parameters: z.record(z.string(), z.unknown()),
  changes: z.object({
    buckets: z.array(z.object({ metric: z.string(), at: z.string(), ...valueChange })),
    groups: z.array(
      z.object({ metric: z.string(), dimension: z.string(), group: z.string().nullable(), ...valueChange }),
    ),
    findings: z.object({
      appeared: z.array(z.string()),
      vanished: z.array(z.string()),
      moved: z.array(
        z.object({
          id: z.string(),
          effect_before: z.number().nullable(),
          effect_after: z.number().nullable(),
          q_before: z.number().nullable(),
          q_after: z.number().nullable(),
        }),
      ),
    }),
    opportunities: z.object({ appeared: z.array(z.string()), vanished: z.array(z.string()) }),
    not_shown: z.number().int().describe("Further changes that are not listed."),
  }),
  notes: z.array(z.string()).describe("What was not repeated, and why."),
});
export type ReplayInsightOutput = z.infer<typeof replayInsightOutput>;
