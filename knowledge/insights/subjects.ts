import type { Analysis, Finding } from "#core/domain/insight.ts";
import type { Grain, Grouping, SeriesPoint } from "#core/domain/series.ts";
import type { PeriodTotal } from "../metrics/period-totals.ts";

/** What a metric is, as far as analyses and texts need to know. */
export interface MetricInfo {
  id: string;
  title: string;
  kind: "count" | "rate" | "median";
  /** Which way is good news; null where neither is. */
  better: "up" | "down" | null;
}

/** A metric over time: what is analysed and what came before it. */
export interface SeriesSubject {
  metric: MetricInfo;
  grain: Grain;
  /** Buckets before the period, the oldest first; those before the records begin are left out. */
  history: readonly SeriesPoint[];
  /** Buckets of the period. */
  points: readonly SeriesPoint[];
  /** The metric in this period, the one before and the same of last year, as far as records reach back. */
  totals: readonly PeriodTotal[];
}

/** A metric over the groups of a dimension, in the period. */
export interface GroupSubject {
  metric: MetricInfo;
  grouping: Grouping;
  /** How much more a rate varies than independent trials would (variance ratio, at least 1), as from bursts of messages. */
  dispersion: number;
}

/** A question that the data are too few to answer. */
export interface TooFew {
  analysis: Analysis;
  metric: string;
  dimension?: string;
  /** What there is and what is needed; the metric and the dimension are named beside it. */
  reason: string;
}

/** What one analysis of one subject gave. */
export interface Tested {
  /** How many tests were made, those that found nothing too: false discoveries are controlled over all. */
  tests: number;
  findings: Finding[];
  tooFew: TooFew[];
}

export const nothingTested: Tested = { tests: 0, findings: [], tooFew: [] };
