import { setImmediate as breathe } from "node:timers/promises";
import { findCopies } from "../evaluate/find-copies.ts";
import { keepTogether } from "../evaluate/keep-together.ts";
import { extractFeatures } from "../features/extract-features.ts";
import type { FeatureRow } from "../features/feature.ts";
import type { Pause } from "../models/learner.ts";
import type { LabelledLead, LeadSnapshot } from "../snapshots/snapshot.ts";
import { checkTable } from "./check-table.ts";
import { assignFolds } from "./hold-out.ts";
import { judgeOnNewest } from "./judge-on-newest.ts";
import { learnAndJudge } from "./learn-and-judge.ts";
import { makeArtifact } from "./make-artifact.ts";
import { trainPrior } from "./train-prior.ts";
import type { TrainedLeadModel, TrainingOptions } from "./trained-lead-model.ts";
import { undatedFields } from "./undated-fields.ts";
import { writeReport } from "./write-report.ts";

/** Fewer won or lost leads than this teach nothing that the prior does not know better. */
export const fewestOutcomes = 20;

/**
 * Trains a scorer on leads with a known end: leaks are left out, several kinds of models learn and are weighed by
 * cross-validation, their chances are calibrated and the result is judged; without any signal every lead gets the base
 * rate. Under 20 won and 20 lost it returns the prior, and the report says why. The order of leads is irrelevant.
 * `trainInWorker` does the same in a thread of its own.
 * @throws the signal's reason when aborted.
 */
export async function trainLeadModel(
  leads: readonly LabelledLead[],
  options: TrainingOptions,
): Promise<TrainedLeadModel> {
  const order = orderOf(leads);
  const sorted = order.map((place) => leads[place] as LabelledLead);
  const labels = Uint8Array.from(sorted, ({ result }) => (result === "won" ? 1 : 0));
  const won = labels.reduce((sum, y) => sum + y, 0);
  if (Math.min(won, labels.length - won) < fewestOutcomes) return trainPrior(sorted, options);
  const seed = options.seed ?? 0;
  const fold = assignFolds(sorted, foldsFor(labels.length), seed + 1);
  const pause = pauses(options);
  await pause(0.02);
  const undated = undatedFields(sorted);
  const rows = extractAll(sorted, undated);
  const copyOf = copiesAmong(sorted, rows, labels);
  const table = { rows, labels, fold: keepTogether(fold, copyOf, labels), copyOf };
  const checked = await checkTable({ table, undated }, options, part(pause, 0.05, 0.1));
  const population = { leads: sorted, table: checked.table };
  const judged = await learnAndJudge(checked.table, part(pause, 0.15, 0.65));
  const newest = await judgeOnNewest(population, judged, part(pause, 0.8, 0.15));
  const artifact = makeArtifact(population, judged, options);
  const report = writeReport({ population, checked, undated, judged, newest, artifact, options });
  await pause(1);
  return { artifact, report, outOfFold: inOrder(judged.chances, order) };
}

/** Small tables cannot spare many leads; on large ones more folds cost time and gain nothing. */
function foldsFor(leads: number): number {
  if (leads < 1_000) return 10;
  return leads < 10_000 ? 5 : 3;
}

/** By their fields as they are written, since copies can be seen at other moments; else by all that models read of them. */
function copiesAmong(
  leads: readonly LabelledLead[],
  rows: readonly FeatureRow[],
  labels: Uint8Array,
): Int32Array {
  const byFields = findCopies(
    leads.map(({ snapshot }) => snapshot.fields),
    labels,
  );
  const known = byFields.some((first, row) => first !== row);
  return known || isSilent(leads) ? byFields : findCopies(rows, labels);
}

/** A table without any history has no engagement to measure. */
function extractAll(leads: readonly LabelledLead[], undated: ReadonlySet<string>): FeatureRow[] {
  const wanted = isSilent(leads) ? new Set<string>() : undefined;
  return leads.map(({ snapshot }) => extractFeatures(without(snapshot, undated), wanted));
}

function isSilent(leads: readonly LabelledLead[]): boolean {
  return leads.every((lead) => lead.snapshot.interactions.length === 0);
}

function without(snapshot: LeadSnapshot, names: ReadonlySet<string>): LeadSnapshot {
  if (names.size === 0) return snapshot;
  const kept = Object.entries(snapshot.fields).filter(([name]) => !names.has(name));
  return { ...snapshot, fields: Object.fromEntries(kept) };
}

/** By what stays the same when the same file is imported into another workspace. */
function orderOf(leads: readonly LabelledLead[]): number[] {
  const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
  return [...leads.keys()].sort((i, j) => {
    const [a, b] = [leads[i] as LabelledLead, leads[j] as LabelledLead];
    return (
      compare(a.key, b.key) ||
      compare(a.snapshot.contactId, b.snapshot.contactId) ||
      compare(a.snapshot.asOf.getTime(), b.snapshot.asOf.getTime())
    );
  });
}

function inOrder(values: Float64Array, order: readonly number[]): Float64Array {
  const given = new Float64Array(values.length);
  order.forEach((place, i) => {
    given[place] = values[i] as number;
  });
  return given;
}

function pauses({ onProgress, signal }: TrainingOptions): Pause {
  return async (done) => {
    onProgress?.(done);
    await breathe();
    signal?.throwIfAborted();
  };
}

function part(pause: Pause, from: number, span: number): Pause {
  return (done) => pause(from + span * done);
}
