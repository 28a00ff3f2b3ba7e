import { setImmediate as pause } from "node:timers/promises";
import type { FeatureRow } from "../features/feature.ts";
import { type DriftReference, driftReference } from "../honesty/drift.ts";
import { dateSources, type FieldHistory } from "../honesty/field-history.ts";
import type { LeadModel } from "../lead-model.ts";
import { probabilityOf } from "../score.ts";
import { type LeadRecord, snapshotAt } from "../snapshots/load-snapshots.ts";

/** Leads that have not ended, as a model sees them. */
export interface OpenPopulation {
  /** Only the features that the model reads. */
  rows: FeatureRow[];
  probabilities: Float64Array;
}

/** What a model makes of open leads at a moment: alike then and now, so that only the leads can differ. */
export async function openPopulation(
  model: LeadModel,
  records: readonly LeadRecord[],
  now: Date,
): Promise<OpenPopulation> {
  const rows: FeatureRow[] = [];
  const probabilities = new Float64Array(records.length);
  for (const [i, record] of records.entries()) {
    if (i % scoredAtOnce === 0) await pause();
    const row = model.features(snapshotAt(record, now));
    probabilities[i] = probabilityOf(model, row);
    rows.push(Object.fromEntries(model.scorer.sources.map((source) => [source, row[source] ?? null])));
  }
  return { rows, probabilities };
}

/** Between them others go on: a server answers while it looks. */
const scoredAtOnce = 100;

/** Fewer leads than this are no population. */
const fewest = 30;

/**
 * What later open leads are held against: the open leads of the training's moment, and not those it learned from. Ended
 * leads, seen in mid-course, differ from open ones from the first day on (to some of those nobody ever wrote), and would
 * raise alarms for ever. Undefined with too few open leads.
 */
export async function openReference(
  model: LeadModel,
  records: readonly LeadRecord[],
  { now, history }: { now: Date; history: FieldHistory },
): Promise<DriftReference | undefined> {
  if (records.length < fewest) return undefined;
  const { rows, probabilities } = await openPopulation(model, records, now);
  return driftReference(rows, probabilities, { dates: dateSources(history) });
}
