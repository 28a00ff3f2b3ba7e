import type { Figure } from "../../report/figure-table.ts";
import type { AnswerResult } from "../answers/results.ts";
import type { Mean } from "./mean-interval.ts";
import type { QueryMetrics } from "./metrics.ts";

/** One way of searching a set. */
export interface SystemResult {
  system: System;
  /** Each query's figures, in the set's order. */
  queries: QueryMetrics[];
  /** Milliseconds a query. */
  p50: number;
  p95: number;
}

/** The ways that are compared, in the order of the report. */
export const systems = [
  "reference BM25",
  "lexical",
  "vector",
  "fused",
  "fused without names",
  "fused without fuzzy words",
  "fused, no neighbours indexed",
  "graph, 1 round",
  "graph, 3 rounds",
] as const;
export type System = (typeof systems)[number];

/** What was measured on one set. */
export interface SetResult {
  name: string;
  about: string;
  documents: number;
  queries: number;
  k: number;
  /** Seconds that import and index took. */
  seconds: number;
  systems: SystemResult[];
}

/** How much better one way is than another on the same queries. */
export interface Difference {
  set: string;
  metric: keyof QueryMetrics;
  ours: System;
  theirs: System;
  difference: Mean;
}

/** What the retrieval suite measured. */
export interface RetrievalResults {
  sets: SetResult[];
  differences: Difference[];
  answers: AnswerResult | null;
  /** What is missing, with where to get it, and what could not be measured. */
  absent: string[];
}

/** The whole report, as it is printed and written. */
export interface RetrievalReport extends RetrievalResults {
  title: string;
  floors: Figure[];
}
