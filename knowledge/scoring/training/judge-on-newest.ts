import { calibrate } from "../certainty/calibration.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import type { FeatureRow } from "../features/feature.ts";
import type { Pause, TrainingTable } from "../models/learner.ts";
import { sigmoid } from "../models/moments.ts";
import type { LabelledLead } from "../snapshots/snapshot.ts";
import { fewestToJudge, holdOut } from "./hold-out.ts";
import { relearn } from "./learn.ts";
import type { JudgedModel } from "./learn-and-judge.ts";
import type { TrainingReport } from "./report.ts";

/** Leads beside their rows. */
export interface Population {
  leads: readonly LabelledLead[];
  table: TrainingTable;
}

/**
 * Judges a model as it will be used: fitted to the older leads with the settings that were chosen, it foretells the newest
 * ones. Null where leads have no dates, or too few of either outcome are new, or nothing was learned. The settings and
 * the calibration were chosen with the newest leads among all others: a handful of numbers that hardly know them.
 */
export async function judgeOnNewest(
  { leads, table }: Population,
  { signal, learned, calibration }: JudgedModel,
  pause: Pause,
): Promise<TrainingReport["holdOut"]> {
  if (!signal.signal) return null;
  const { method, heldOut } = holdOut(leads, 0);
  if (method !== "time") return null;
  const newest = new Set(heldOut);
  const isNew = leads.map((lead) => newest.has(lead));
  const judged = pick(table, unseen(isNew, table.copyOf));
  const won = judged.labels.reduce((sum, y) => sum + y, 0);
  if (Math.min(won, judged.labels.length - won) < fewestToJudge) return null;
  const older = pick(
    table,
    isNew.flatMap((fresh, place) => (fresh ? [] : place)),
  );
  const model = await relearn(older, learned.trials, pause);
  const scores = Float64Array.from(judged.rows, (row) =>
    sigmoid(calibrate(calibration, model.predict(row, false).logOdds)),
  );
  return {
    method: "time",
    trainedOn: older.rows.length,
    metrics: evaluate({ scores, labels: judged.labels }),
  };
}

/** The new leads, each once, of which no older one is a copy. */
function unseen(isNew: readonly boolean[], copyOf?: Int32Array): number[] {
  const firstOf = (place: number) => copyOf?.[place] ?? place;
  const met = new Set(isNew.flatMap((fresh, place) => (fresh ? [] : firstOf(place))));
  return isNew.flatMap((fresh, place) => {
    const first = firstOf(place);
    if (!fresh || met.has(first)) return [];
    met.add(first);
    return place;
  });
}

function pick({ rows, labels }: TrainingTable, places: readonly number[]): TrainingTable {
  return {
    rows: places.map((place) => rows[place] as FeatureRow),
    labels: Uint8Array.from(places, (place) => labels[place] as number),
    // Nothing is chosen any more, so no folds are needed.
    fold: new Uint8Array(places.length),
  };
}
