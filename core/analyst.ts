import type { Analysis } from "./domain/insight.ts";

/** What is looked at, in order of interest. */
export interface AnalysisPlan {
  /** Metrics' ids. */
  metrics: string[];
  analyses: Analysis[];
}

export interface PlanRequest {
  metrics: readonly { id: string; title: string }[];
  analyses: readonly Analysis[];
  /** What the caller wants to know, in their own words. */
  question?: string;
  signal?: AbortSignal;
  /** Milliseconds that a model may take, if less than its own time limit. */
  timeoutMs?: number;
}

/** What is said of one finding. */
export interface Telling {
  /** The finding's. */
  id: string;
  title: string;
  description: string;
  recommendations: string[];
}

export interface WriteRequest {
  /** Complete and correct, if plain; names that come from records stand in them as [A], [B] … */
  drafts: readonly Telling[];
  signal?: AbortSignal;
  timeoutMs?: number;
}

/**
 * Chooses what to look at and phrases what was found. Port: local (everything, and the drafts as they are) or a model that falls
 * back to it; never throws. Nothing that it writes is believed before it is verified.
 */
export interface Analyst {
  /** "local", or the id of the model. */
  readonly engine: string;
  plan(request: PlanRequest): Promise<Contribution<AnalysisPlan>>;
  write(request: WriteRequest): Promise<Contribution<Telling[]>>;
}

/** A step's result and who did it. */
export interface Contribution<T> {
  value: T;
  /** "local" or the model. */
  engine: string;
  /** Why a model's work was not used; never quotes it. */
  note?: string;
}
