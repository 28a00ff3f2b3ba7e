import { setImmediate as breathe } from "node:timers/promises";
import type { LeadModelArtifact } from "../artifact.ts";
import { bandThresholdsOf } from "../certainty/bands.ts";
import { type Calibration, calibrate, fitCalibration } from "../certainty/calibration.ts";
import { wideningFor } from "../certainty/interval.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { pickExemplars } from "../explain/exemplars.ts";
import { factorName } from "../explain/factors.ts";
import { extractFeatures } from "../features/extract-features.ts";
import type { FeatureRow } from "../features/feature.ts";
import { sigmoid } from "../models/moments.ts";
import type { ScoringModel } from "../models/scoring-model.ts";
import { type TrainedLogistic, trainLogistic } from "../models/train-logistic.ts";
import type { LabelledLead } from "../snapshots/snapshot.ts";
import { assignFolds, holdOut } from "./hold-out.ts";
import type { TrainingReport } from "./report.ts";
import { trainPrior } from "./train-prior.ts";
import type { TrainedLeadModel, TrainingOptions } from "./trained-lead-model.ts";

/** Fewer won or lost leads than this teach nothing that the prior does not know better. */
export const fewestOutcomes = 20;

/**
 * Trains a scorer on leads with a known end: fitted on four fifths and judged on the rest, then refitted on all with the
 * same penalty. Under 20 won and 20 lost it returns the prior, and the report says why. The order of leads is irrelevant.
 * @throws the signal's reason when aborted.
 */
export async function trainLeadModel(
  leads: readonly LabelledLead[],
  options: TrainingOptions,
): Promise<TrainedLeadModel> {
  const sorted = leads.toSorted(byContact);
  const won = sorted.filter((lead) => lead.result === "won").length;
  if (Math.min(won, sorted.length - won) < fewestOutcomes) return trainPrior(sorted, options);
  const seed = options.seed ?? 0;
  const rows = extractAll(sorted);
  const split = holdOut(sorted, seed);
  const trial = await fitModel(split.training, rows, seed, pauses(options, 0.05, 0.6));
  const metrics = judge(trial, split.heldOut, rows);
  const serving = await fitModel(sorted, rows, seed, pauses(options, 0.65, 0.3), trial.logistic.penalty);
  const artifact = artifactOf(serving, sorted, rows, seed);
  options.onProgress?.(1);
  return {
    artifact,
    report: {
      kind: artifact.kind,
      reason: null,
      trainedAt: options.trainedAt.toISOString(),
      seed,
      rows: sorted.length,
      ...artifact.labels,
      baseRate: artifact.baseRate,
      columns: columnsOf(serving, artifact.importance),
      holdOut: { method: split.method, trainedOn: split.training.length, metrics },
      penalty: serving.logistic.penalty,
      calibration: shape(serving.calibration),
      bands: artifact.bands,
    },
  };
}

/** A table without any history has no engagement to measure but the leads' age. */
function extractAll(leads: readonly LabelledLead[]): Rows {
  const silent = leads.every((lead) => lead.snapshot.interactions.length === 0);
  const wanted = silent ? new Set(["lead_age_days"]) : undefined;
  return new Map(leads.map((lead) => [lead, extractFeatures(lead.snapshot, wanted)]));
}

interface Fitted {
  logistic: TrainedLogistic;
  calibration: Calibration;
}

type Rows = ReadonlyMap<LabelledLead, FeatureRow>;

async function fitModel(
  leads: readonly LabelledLead[],
  rows: Rows,
  seed: number,
  pause: (done: number) => Promise<void>,
  penalty?: number,
): Promise<Fitted> {
  // Small tables cannot spare a fifth of their leads; on large ones ten folds cost time and gain nothing.
  const fold = assignFolds(leads, leads.length < 1000 ? 10 : 5, seed + 1);
  const table = { rows: leads.map((lead) => rowOf(rows, lead)), labels: labelsOf(leads), fold };
  const logistic = await trainLogistic(table, pause, penalty);
  return { logistic, calibration: fitCalibration(logistic.outOfFold, table.labels, fold) };
}

function judge({ logistic, calibration }: Fitted, heldOut: readonly LabelledLead[], rows: Rows) {
  const scores = Float64Array.from(heldOut, (lead) =>
    sigmoid(calibrate(calibration, logistic.model.predict(rowOf(rows, lead)).logOdds)),
  );
  return evaluate({ scores, labels: labelsOf(heldOut) });
}

function artifactOf(
  { logistic, calibration }: Fitted,
  leads: readonly LabelledLead[],
  rows: Rows,
  seed: number,
): LeadModelArtifact {
  const { model, outOfFold } = logistic;
  const candidates = leads.map((lead) => ({
    contactId: lead.snapshot.contactId,
    result: lead.result,
    contributions: model.predict(rowOf(rows, lead)).contributions,
  }));
  const won = leads.filter((lead) => lead.result === "won").length;
  const labels = { won, lost: leads.length - won };
  return {
    format: 1,
    kind: model.kind,
    parameters: model.serialise(),
    calibration,
    bands: bandThresholdsOf(outOfFold.map((z) => sigmoid(calibrate(calibration, z)))),
    labels,
    baseRate: won / leads.length,
    widening: wideningFor(labels),
    importance: importanceOf(
      model,
      candidates.map((c) => c.contributions),
    ),
    exemplars: pickExemplars(candidates, seed),
  };
}

function importanceOf(model: ScoringModel, contributions: readonly Float64Array[]): number[] {
  const sums = new Float64Array(model.sources.length);
  for (const row of contributions) {
    for (let s = 0; s < sums.length; s++) sums[s] = (sums[s] as number) + Math.abs(row[s] as number);
  }
  return Array.from(sums, (sum) => sum / contributions.length);
}

function columnsOf({ logistic }: Fitted, importance: readonly number[]): TrainingReport["columns"] {
  const used = logistic.encoding.columns.map((column, s) => ({
    name: factorName(column.source),
    kind: column.kind === "number" && column.text ? "text length" : column.kind,
    importance: importance[s] ?? 0,
  }));
  const dropped = logistic.encoding.dropped.map(({ name, reason }) => ({ name: factorName(name), reason }));
  return { used: used.sort((a, b) => b.importance - a.importance), dropped };
}

function shape({ kind, a, b, c }: Calibration): TrainingReport["calibration"] {
  return { kind, a, b, c };
}

function pauses({ onProgress, signal }: TrainingOptions, from: number, span: number) {
  return async (done: number) => {
    onProgress?.(from + span * done);
    await breathe();
    signal?.throwIfAborted();
  };
}

function rowOf(rows: Rows, lead: LabelledLead): FeatureRow {
  return rows.get(lead) ?? {};
}

function labelsOf(leads: readonly LabelledLead[]): Uint8Array {
  return Uint8Array.from(leads, (lead) => (lead.result === "won" ? 1 : 0));
}

function byContact(a: LabelledLead, b: LabelledLead): number {
  const [x, y] = [a.snapshot.contactId, b.snapshot.contactId];
  if (x !== y) return x < y ? -1 : 1;
  return a.snapshot.asOf.getTime() - b.snapshot.asOf.getTime();
}
