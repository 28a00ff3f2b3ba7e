import type { FeatureRow } from "../features/feature.ts";

/** What a model says of one lead. */
export interface Prediction {
  /** Before calibration; equals `baseLogOdds` plus all contributions. */
  logOdds: number;
  /** Of the log-odds: what more leads like the training ones would take away. */
  variance: number;
  /** One per source, in their order: the source's share of the log-odds against an average lead. Empty when not wanted. */
  contributions: Float64Array;
  /** One per source: 1 where the lead's value is known and was met in training. */
  known: Uint8Array;
}

/** Port: every statistical scorer (regression, trees, neighbours, prior, and what combines them) stands behind it. */
export interface ScoringModel {
  readonly kind: string;
  /** Names of the features it reads. */
  readonly sources: readonly string[];
  /** Log-odds of an average lead. */
  readonly baseLogOdds: number;
  /** @param explain false leaves the contributions out, where they cost time. */
  predict(row: FeatureRow, explain?: boolean): Prediction;
  /** What the lead has there, as a person would say it, for sources that are no feature of the row. */
  speak?(source: string, row: FeatureRow): string | undefined;
  /** Variance of the difference in log-odds between two states of one lead, where the model knows how their errors go together. */
  differenceVariance?(from: FeatureRow, to: FeatureRow): number;
  /** Plain JSON from which `loadScoringModel` makes the same model again. */
  serialise(): Record<string, unknown>;
}
