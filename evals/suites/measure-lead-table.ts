import type { FieldValue } from "#core/domain/contact.ts";
import type { LeadScore } from "#core/domain/score.ts";
import { AppError } from "#core/errors.ts";
import { evaluate } from "#knowledge/scoring/evaluate/evaluate.ts";
import { loadLeadModel } from "#knowledge/scoring/lead-model.ts";
import { scoreSnapshot } from "#knowledge/scoring/score.ts";
import type { LabelledLead } from "#knowledge/scoring/snapshots/snapshot.ts";
import { trainLeadModel } from "#knowledge/scoring/training/train.ts";
import { type Dataset, loadTable } from "../datasets.ts";

const asOf = new Date("2026-01-01T00:00:00Z");

/** How good scores of a table's test rows were, and how long training and scoring took. */
export interface Measured {
  table: string;
  rows: number;
  auc: number;
  aucLow: number;
  aucHigh: number;
  prAuc: number;
  brier: number;
  logLoss: number;
  ece15: number;
  lift10: number;
  calibration: string;
  penalty: number | null;
  trainSeconds: number;
  scoreSeconds: number;
  artifactKb: number;
  /** The most by which a test row's factors miss the log-odds of its probability. */
  factorGap: number;
}

/**
 * Trains on the train and valid rows of a table in memory, without the columns that leak, and scores its test rows.
 * @throws AppError NOT_FOUND when the table is absent.
 */
export async function measureLeadTable(dataset: Dataset): Promise<Measured> {
  const table = loadTable(dataset);
  const leads = table.rows.map(({ split, values }, row) => ({ split, lead: toLead(dataset, values, row) }));
  const training = leads.filter((l) => l.split !== "test").map((l) => l.lead);
  const test = leads.filter((l) => l.split === "test").map((l) => l.lead);
  const started = performance.now();
  const { artifact, report } = await trainLeadModel(training, { trainedAt: asOf });
  const trained = performance.now();
  const stored = JSON.stringify(artifact);
  const model = loadLeadModel(JSON.parse(stored));
  const scoring = performance.now();
  const scores = new Map(leads.map(({ lead }) => [lead, scoreSnapshot(model, lead.snapshot)]));
  const scored = performance.now();
  const judged = evaluate({
    scores: Float64Array.from(test, (lead) => scores.get(lead)?.probability ?? 0),
    labels: Uint8Array.from(test, (lead) => (lead.result === "won" ? 1 : 0)),
  });
  if (judged === null) throw new AppError("VALIDATION_FAILED", `${dataset.name} has one outcome only.`);
  return {
    table: dataset.name,
    rows: leads.length,
    ...judged,
    calibration: report.calibration.kind,
    penalty: report.penalty,
    trainSeconds: (trained - started) / 1000,
    scoreSeconds: (scored - scoring) / 1000,
    artifactKb: stored.length / 1024,
    factorGap: Math.max(...test.map((lead) => factorGap(scores.get(lead)))),
  };
}

function factorGap(score: LeadScore | undefined): number {
  if (!score) return Number.POSITIVE_INFINITY;
  const sum = score.factors.reduce((total, { contribution }) => total + contribution, 0);
  return Math.abs(sum - Math.log(score.probability / (1 - score.probability)));
}

function toLead(dataset: Dataset, values: Record<string, string>, row: number): LabelledLead {
  const fields: Record<string, FieldValue> = {};
  for (const [name, text] of Object.entries(values)) {
    if (name === dataset.outcome.column || dataset.leaks.includes(name)) continue;
    const number = Number(text);
    fields[name] = text === "" ? null : Number.isNaN(number) ? text : number;
  }
  const result = values[dataset.outcome.column] === dataset.outcome.won ? "won" : "lost";
  const snapshot = { contactId: `${dataset.name}:${row}`, asOf, createdAt: null, fields, interactions: [] };
  return { key: snapshot.contactId, snapshot, result, endedAt: null };
}
