import type { Band, LeadScore } from "#core/domain/score.ts";
import type { TrainingReport } from "#knowledge/scoring/training/report.ts";
import type { Table } from "../../datasets.ts";

/** A table with the columns that a run leaves out, and what to beat. */
export interface ScoringCase {
  /** Of files and floors: "bank_full without duration". */
  name: string;
  table: Table;
  ignore: readonly string[];
  /** What scikit-learn's histogram gradient boosting reached on the same test rows. */
  reference?: { auc: number; logLoss: number };
}

/** What one way of running made of a table. */
export interface ScoredTable {
  /** "in memory", or "through the product": imported, trained and scored in a database. */
  way: string;
  /** Of the test rows, in one order: probability, outcome (1 won), band. */
  probabilities: Float64Array;
  labels: Uint8Array;
  bands: readonly Band[];
  report: TrainingReport;
  /** Leads that were scored in `seconds.scoring`. */
  scored: number;
  seconds: { importing: number | null; training: number; scoring: number };
  /** The most by which a score's factors miss the log-odds of its probability. */
  factorGap: number;
}

/** By how much a score's factors miss the log-odds of its probability. */
export function factorGap({ factors, probability }: LeadScore): number {
  const sum = factors.reduce((total, { contribution }) => total + contribution, 0);
  return Math.abs(sum - Math.log(probability / (1 - probability)));
}

/** Columns of the scores and outcomes of test rows. */
export function judgedColumns(
  rows: readonly { score: LeadScore; won: boolean }[],
): Pick<ScoredTable, "probabilities" | "labels" | "bands"> {
  return {
    probabilities: Float64Array.from(rows, ({ score }) => score.probability),
    labels: Uint8Array.from(rows, ({ won }) => (won ? 1 : 0)),
    bands: rows.map(({ score }) => score.band),
  };
}
