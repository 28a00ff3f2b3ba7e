import type { Buckets } from "./load-buckets.ts";
import type { Dimension, MetricQuery } from "./metric.ts";

export interface ContactsQuery extends MetricQuery {
  dimensions: readonly Dimension[];
  buckets: Buckets;
  /** Stretches of buckets to sum first responses up in: the first one, counted from 0, and the first after it. */
  ranges: readonly { name: string; from: number; to: number }[];
}

/** What must be read beside contacts, outcomes and scores. */
export interface Needs {
  /** The interactions: which was answered when, through which channel contacts came, how many there were with each. */
  interactions: boolean;
  /** The conversations: which stage an open lead is in. */
  stages: boolean;
}

/** SQL with its parameters: $1 is the tenant, $2 the buckets' bounds, $3 now. */
export interface Statement {
  bind(value: unknown): string;
  /** SQL that says whether a bucket, counted from 1, is in the period. */
  within(bucket: string): string;
}
