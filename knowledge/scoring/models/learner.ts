import type { DroppedColumn } from "../encode/column.ts";
import type { FeatureRow } from "../features/feature.ts";
import type { ScoringModel } from "./scoring-model.ts";

/** What learners learn from. */
export interface TrainingTable {
  rows: readonly FeatureRow[];
  /** 1 won, 0 lost, by row. */
  labels: Uint8Array;
  /** Fold of each row, 0 … folds − 1. */
  fold: Uint8Array;
  /** From `findCopies`: the first row that each is a copy of. Copies share a fold and count once in judging; absent, none are. */
  copyOf?: Int32Array;
}

/** Called between steps: reports progress (0–1), lets others run, and throws to cancel. */
export type Pause = (done: number) => Promise<void>;

/** A model fitted to all rows of a table, and how its settings do on rows that it has not seen. */
export interface Learned {
  model: ScoringModel;
  /** Out-of-fold log-odds by row of the table; empty when cross-validation was not wanted. */
  outOfFold: Float64Array;
  /** What was chosen by cross-validation, by name ("penalty", "trees"); given back, it is not chosen again. */
  settings: Readonly<Record<string, number>>;
  /** The features it reads, in the order of the model's sources, each with how it is read. */
  kinds: readonly string[];
  dropped: readonly DroppedColumn[];
}

/**
 * Port: fits one kind of model. Without settings it chooses them by cross-validation over `table.fold` and returns
 * out-of-fold log-odds; with settings it only fits all rows.
 */
export type Learner = (
  table: TrainingTable,
  pause: Pause,
  settings?: Readonly<Record<string, number>>,
) => Promise<Learned>;
