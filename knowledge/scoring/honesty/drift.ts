import { z } from "zod";
import { factorName } from "../explain/factors.ts";
import type { FeatureRow, FeatureValue } from "../features/feature.ts";
import { columnsOf } from "./feature-columns.ts";
import { movement } from "./movement.ts";
import { outcomeDrift, outcomeDriftOf } from "./outcome-drift.ts";
import { binsOf, counted, type FeatureBins, featureBins } from "./population.ts";
import { type Stability, stabilityOf } from "./population-stability.ts";

/** What leads looked like when a model was trained. Holds customers' values: part of the artifact, not of the report. */
export const referencePopulation = z.object({
  leads: z.number().int(),
  features: z.array(featureBins),
  scores: featureBins,
});
export type DriftReference = z.infer<typeof referencePopulation>;

/** "watch": moved, beyond chance. "alarm": another population. */
export const driftAlarm = z.enum(["none", "watch", "alarm"]);
export type DriftAlarm = z.infer<typeof driftAlarm>;

const fieldDrift = z.object({
  /** What people call it; "score" of the scores. */
  field: z.string(),
  /** Population stability index less what chance alone shows, 0 or more. */
  value: z.number(),
  alarm: driftAlarm,
  /** Names the field and what moved, in shares of leads and without values. */
  sentence: z.string(),
});
export type FieldDrift = z.infer<typeof fieldDrift>;

/** What has changed since the reference was taken. */
export const driftReport = z.object({
  leads: z.number().int(),
  /** The most moved first. */
  fields: z.array(fieldDrift),
  scores: fieldDrift,
  /** Null when no lead has ended since. */
  outcomes: outcomeDrift.nullable(),
  /** The worst of all. */
  alarm: driftAlarm,
});
export type DriftReport = z.infer<typeof driftReport>;

export interface ReferenceOptions {
  /** Features that are dates, by name (`dateSources`). */
  dates?: ReadonlySet<string>;
}

/** Leads as they are now; `ended` are those that ended since, with the chances they were given before. */
export interface Today {
  rows: readonly FeatureRow[];
  probabilities: Float64Array;
  ended?: { probabilities: Float64Array; labels: Uint8Array };
}

/**
 * Takes down how features and scores are spread over the leads of a training. A date enters as days before the moment, so
 * all of them grow while time passes and nothing happens: it is measured from the leads' middle date, so that only its
 * spread and its gaps can drift.
 */
export function driftReference(
  rows: readonly FeatureRow[],
  probabilities: Float64Array,
  { dates = new Set() }: ReferenceOptions = {},
): DriftReference {
  const features = [...columnsOf(rows)].map(([source, values]) => binsOf(source, values, dates.has(source)));
  return { leads: rows.length, features, scores: binsOf("score", Array.from(probabilities), false) };
}

/** Compares leads of today with the reference, field by field. Small samples do not alarm: their noise is counted. */
export function driftOf(reference: DriftReference, { rows, probabilities, ended }: Today): DriftReport {
  const columns = columnsOf(rows);
  const absent: FeatureValue[] = new Array(rows.length).fill(null);
  const chance = falseAlarms / (reference.features.length + 1);
  const fields = reference.features.map((then) =>
    compare(factorName(then.source), { reference: then, values: columns.get(then.source) ?? absent, chance }),
  );
  fields.sort((a, b) => b.value - a.value || (a.field < b.field ? -1 : 1));
  const scores = compare("score", { reference: reference.scores, values: Array.from(probabilities), chance });
  const outcomes = ended && ended.labels.length > 0 ? outcomeDriftOf(ended) : null;
  const alarms = [...fields, scores, ...(outcomes ? [outcomes] : [])].map(({ alarm }) => alarm);
  return { leads: rows.length, fields, scores, outcomes, alarm: worst(alarms) };
}

/** Chance of any false alarm in one report. */
const falseAlarms = 0.01;
/** Fewer leads than this show nothing. */
const fewest = 30;

interface Comparison {
  reference: FeatureBins;
  values: readonly (FeatureValue | undefined)[];
  chance: number;
}

function compare(field: string, { reference, values, chance }: Comparison): FieldDrift {
  const now = counted(reference, values);
  const stability = stabilityOf({ before: reference.counts, after: now.counts, chance });
  const value = Math.max(0, stability.index - stability.noise);
  const alarm = values.length < fewest ? "none" : alarmOf(stability, value);
  return { field, value, alarm, sentence: movement(field, reference, now) };
}

function alarmOf({ index, limit }: Stability, value: number): DriftAlarm {
  if (index <= limit || value < 0.1) return "none";
  return value < 0.25 ? "watch" : "alarm";
}

function worst(alarms: readonly DriftAlarm[]): DriftAlarm {
  if (alarms.includes("alarm")) return "alarm";
  return alarms.includes("watch") ? "watch" : "none";
}
