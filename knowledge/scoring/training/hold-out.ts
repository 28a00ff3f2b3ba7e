import type { LabelledLead } from "../snapshots/snapshot.ts";
import { stableHash } from "../stable-hash.ts";

/** Leads kept away from training so that the model can be judged by them. */
export interface HoldOut {
  /** "time": the last to end; "hash": drawn by their keys, alike from won and lost. */
  method: "time" | "hash";
  training: LabelledLead[];
  heldOut: LabelledLead[];
}

const share = 0.2;
/** Fewer leads of either outcome than this cannot judge a model. */
export const fewestToJudge = 10;

/** Holds a fifth out: the newest by end where (nearly) all have one, because that is how the model will be used. */
export function holdOut(leads: readonly LabelledLead[], seed: number): HoldOut {
  const dated = leads.filter((lead) => lead.endedAt !== null);
  if (dated.length >= 0.95 * leads.length) {
    const newest = byTime(leads, dated);
    // Many leads closed on one day can leave too few on either side of it.
    const small = newest.heldOut.length <= 2 * share * leads.length;
    if (small && rarer(newest.heldOut) >= fewestToJudge && rarer(newest.training) >= fewestToJudge)
      return newest;
  }
  return byHash(leads, seed);
}

/** Deals each outcome's leads out over folds by the hash of their ids, so that every fold has its share of both. */
export function assignFolds(leads: readonly LabelledLead[], folds: number, seed: number): Uint8Array {
  const fold = new Uint8Array(leads.length);
  for (const result of ["won", "lost"] as const) {
    hashOrder(leads, result, seed).forEach((place, rank) => {
      fold[place] = rank % folds;
    });
  }
  return fold;
}

function rarer(leads: readonly LabelledLead[]): number {
  const won = leads.filter((lead) => lead.result === "won").length;
  return Math.min(won, leads.length - won);
}

function byTime(leads: readonly LabelledLead[], dated: readonly LabelledLead[]): HoldOut {
  const times = dated.map((lead) => lead.endedAt?.getTime() ?? 0).sort((a, b) => a - b);
  const cut = times[Math.floor(times.length * (1 - share))] ?? 0;
  const isNew = (lead: LabelledLead) => lead.endedAt !== null && lead.endedAt.getTime() >= cut;
  return { method: "time", training: leads.filter((l) => !isNew(l)), heldOut: leads.filter(isNew) };
}

function byHash(leads: readonly LabelledLead[], seed: number): HoldOut {
  const held = new Set<number>();
  for (const result of ["won", "lost"] as const) {
    const places = hashOrder(leads, result, seed);
    for (const place of places.slice(0, Math.round(places.length * share))) held.add(place);
  }
  return {
    method: "hash",
    training: leads.filter((_, place) => !held.has(place)),
    heldOut: leads.filter((_, place) => held.has(place)),
  };
}

function hashOrder(leads: readonly LabelledLead[], result: LabelledLead["result"], seed: number): number[] {
  const hashes = leads.map((lead) => stableHash(lead.key, seed));
  return [...leads.keys()]
    .filter((place) => leads[place]?.result === result)
    .sort((a, b) => (hashes[a] as number) - (hashes[b] as number) || a - b);
}
