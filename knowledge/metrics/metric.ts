import type { Grain, Period, Series } from "#core/domain/series.ts";
import type { Transaction } from "../db/database.ts";

/** What contacts can be told apart by. */
export const dimensions = [
  "source",
  "campaign",
  "company_size",
  "industry",
  "assigned_to",
  "channel",
  "status",
] as const;
export type Dimension = (typeof dimensions)[number];

/** Which contacts are meant: the value that each dimension has, whatever its case; null: none. No conditions: all contacts. */
export type Segment = readonly { dimension: Dimension; value: string | null }[];

/** A named number about a workspace, defined once. */
export interface Metric {
  /** snake_case; what callers name it by. */
  id: string;
  title: string;
  unit: string;
  /** How its value comes from what is counted: the number itself, a share of it, or the middle of durations or scores. */
  kind: "count" | "rate" | "median";
  /** Which way is good news; null: neither by itself. */
  better: "up" | "down" | null;
  formula: string;
  /** What is counted, and what is not. */
  counts: string;
  /** What records it comes from: before the first of them nothing is known of it. */
  records: "leads" | "outcomes" | "interactions" | "scores";
  /** Over time, or only as it stands now. */
  time: "series" | "now";
  /** What it can be grouped by, if anything; pipeline_by_stage and score_distribution have one of their own. */
  dimensions: readonly (Dimension | "stage" | "band")[];
  /** Where the series does not come from the loaders of this folder. It keeps to the query: its buckets, its segment, its reader. */
  load?: SeriesLoader;
}

export interface MetricQuery {
  tenantId: string;
  /** Ids. */
  metrics: readonly string[];
  period: Period;
  grain: Grain;
  /** IANA name, as checkTimeZone returns it. */
  timeZone: string;
  /** Now: what lies after it is left out. */
  asOf: Date;
  segment?: Segment;
  /** Only the contacts of this user. */
  assignedTo?: string;
}

export type SeriesLoader = (tx: Transaction, query: MetricQuery) => Promise<Series>;
