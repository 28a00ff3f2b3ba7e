import { setImmediate as pause } from "node:timers/promises";
import type { LeadModel } from "../lead-model.ts";
import { probabilityOf } from "../score.ts";
import type { LabelledLead } from "../snapshots/snapshot.ts";
import { stableHash } from "../stable-hash.ts";
import { type PairedLosses, pairedLosses, type TwoChances } from "./paired-losses.ts";

export interface ModelAndChances {
  leads: readonly LabelledLead[];
  model: LeadModel;
  /** By lead. */
  chances: Float64Array;
}

/** More leads would change the third digit, and take seconds. */
const most = 4_000;
const scoredAtOnce = 200;

/** At most 4,000 of these places, drawn by the keys of the leads there. */
export function sampleOf(leads: readonly LabelledLead[], places: readonly number[]): readonly number[] {
  if (places.length <= most) return places;
  return places
    .map((place) => ({ place, hash: stableHash((leads[place] as LabelledLead).key) }))
    .sort((a, b) => a.hash - b.hash || a.place - b.place)
    .slice(0, most)
    .map(({ place }) => place);
}

/** The losses of a model, first, and of chances, second, on the leads at these places; with pauses, in which others go on. */
export async function lossesOnLeads(
  { leads, model, chances }: ModelAndChances,
  places: readonly number[],
): Promise<PairedLosses> {
  const both: TwoChances[] = [];
  for (const [index, place] of places.entries()) {
    if (index % scoredAtOnce === 0) await pause();
    const { snapshot, result } = leads[place] as LabelledLead;
    const first = probabilityOf(model, model.features(snapshot));
    both.push({ won: result === "won", first, second: chances[place] as number });
  }
  return pairedLosses(both);
}
