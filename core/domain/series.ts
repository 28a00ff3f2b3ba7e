import { z } from "zod";

export const grain = z.enum(["day", "week", "month"]);
/** How long the buckets of a series are; weeks begin on Mondays. */
export type Grain = z.infer<typeof grain>;

export const period = z.object({
  /** The first moment of it. */
  from: z.date(),
  /** The first moment after it. */
  to: z.date(),
});
/** A stretch of time: `from` is in it, `to` is not. */
export type Period = z.infer<typeof period>;

export const seriesPoint = z.object({
  /** The bucket's first day in the series' time zone, YYYY-MM-DD. */
  at: z.string(),
  /** The metric there; null where there is nothing to compute it from, as a rate of nothing. */
  value: z.number().nullable(),
  /** What it was computed from: events counted, trials of a rate, durations of a median. */
  n: z.number().int(),
  /** Of a rate: the successes among `n`. */
  hits: z.number().int().optional(),
});
export type SeriesPoint = z.infer<typeof seriesPoint>;

export const series = z.object({
  /** A metric's id. */
  metric: z.string(),
  grain,
  /** IANA name; daylight saving is the database's to know. */
  timeZone: z.string(),
  /** Every bucket, ascending, empty ones too. Only whole buckets that have passed. */
  points: z.array(seriesPoint),
});
/** A metric over time. */
export type Series = z.infer<typeof series>;

export const group = z.object({
  /** The dimension's value, such as "Referral"; null where the records have none. */
  name: z.string().nullable(),
  value: z.number().nullable(),
  n: z.number().int(),
  hits: z.number().int().optional(),
  /** Of a duration: a sample of what its median was computed from, at most 500, the same each time. */
  sample: z.array(z.number()).optional(),
});
/** A metric within one group of contacts. */
export type Group = z.infer<typeof group>;

export const grouping = z.object({
  metric: z.string(),
  /** source, campaign, company_size, assigned_to, channel … */
  dimension: z.string(),
  /** Largest `n` first. */
  groups: z.array(group),
});
/** A metric compared over the groups of a dimension, in one period. */
export type Grouping = z.infer<typeof grouping>;
