import { type ExemplarCandidate, pickExemplars, type StoredExemplars } from "../explain/exemplars.ts";
import type { FeatureRow } from "../features/feature.ts";
import type { ScoringModel } from "../models/scoring-model.ts";
import type { LabelledLead } from "../snapshots/snapshot.ts";
import { stableHash } from "../stable-hash.ts";

/** Leads whose contributions are looked at: enough for a mean, few enough for a large table. */
const most = 4_000;

export interface Population {
  leads: readonly LabelledLead[];
  rows: readonly FeatureRow[];
  seed: number;
}

/** What a model makes of the leads it learned from. */
export interface PopulationDescription {
  /** Mean absolute contribution of each source, in log-odds. */
  importance: number[];
  exemplars: StoredExemplars;
}

/** Looks at a sample of the training leads through a model: how much each source moves scores, and whom to compare with. */
export function describePopulation(
  model: ScoringModel,
  { leads, rows, seed }: Population,
): PopulationDescription {
  const candidates = sample(leads, seed).map((place): ExemplarCandidate => {
    const { snapshot, result } = leads[place] as LabelledLead;
    const { contributions } = model.predict(rows[place] ?? {});
    return { contactId: snapshot.contactId, result, contributions };
  });
  return { importance: importanceOf(model, candidates), exemplars: pickExemplars(candidates, seed) };
}

function sample(leads: readonly LabelledLead[], seed: number): number[] {
  const places = [...leads.keys()];
  if (places.length <= most) return places;
  const hashes = leads.map(({ key }) => stableHash(key, seed));
  return places.sort((a, b) => (hashes[a] as number) - (hashes[b] as number) || a - b).slice(0, most);
}

function importanceOf(model: ScoringModel, candidates: readonly ExemplarCandidate[]): number[] {
  const sums = new Float64Array(model.sources.length);
  for (const { contributions } of candidates) {
    for (let s = 0; s < sums.length; s++)
      sums[s] = (sums[s] as number) + Math.abs(contributions[s] as number);
  }
  return Array.from(sums, (sum) => sum / candidates.length);
}
