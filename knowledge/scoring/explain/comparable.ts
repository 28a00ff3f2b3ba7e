import type { OutcomeResult } from "#core/domain/outcome.ts";
import type { LeadModel } from "../lead-model.ts";
import type { LeadSnapshot } from "../snapshots/snapshot.ts";

/** A past lead that the model sees much like this one. */
export interface ComparableLead {
  contactId: string;
  result: OutcomeResult;
  /** Euclidean distance of the contributions, in log-odds: 0 is alike in all that counts. */
  distance: number;
}

/**
 * The k past leads nearest to this one, nearest first; fewer when fewer are kept, and none of a model that cannot tell leads
 * apart: to it all are alike. The lead itself is left out.
 */
export function comparableLeads(model: LeadModel, snapshot: LeadSnapshot, k: number): ComparableLead[] {
  if (model.scorer.sources.length === 0) return [];
  const { contributions } = model.scorer.predict(model.features(snapshot));
  const { contactIds, results, vectors } = model.exemplars();
  const width = contributions.length;
  const found: ComparableLead[] = [];
  contactIds.forEach((contactId, i) => {
    if (contactId === snapshot.contactId) return;
    let sum = 0;
    for (let s = 0; s < width; s++) {
      const gap = (contributions[s] as number) - (vectors[i * width + s] as number);
      sum += gap * gap;
    }
    found.push({ contactId, result: results[i] ?? "lost", distance: Math.sqrt(sum) });
  });
  found.sort((a, b) => a.distance - b.distance || (a.contactId < b.contactId ? -1 : 1));
  return found.slice(0, k);
}
