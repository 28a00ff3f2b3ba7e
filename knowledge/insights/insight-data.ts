import type { Grain, Grouping, Series } from "#core/domain/series.ts";
import type { PeriodTotal } from "../metrics/period-totals.ts";
import type { Standing } from "./standing.ts";
import type { MetricInfo } from "./subjects.ts";

/** All that a run analyses. */
export interface InsightData {
  grain: Grain;
  timeZone: string;
  /** The period's first bucket, YYYY-MM-DD; buckets before it are history. */
  first: string;
  metrics: readonly MetricInfo[];
  /** History and period; buckets before the records begin are null. */
  series: readonly Series[];
  groupings: readonly Grouping[];
  /** Each metric in this period, the one before and the same of last year, as far as records reach back. */
  totals: readonly PeriodTotal[];
  /** Metrics without a course as they stand now: told, not analysed, and no part of what a replay compares. */
  standing: readonly Standing[];
  /** How many contacts the segment has. */
  contacts: number;
  /** What was left out and why. */
  notes: readonly string[];
}
