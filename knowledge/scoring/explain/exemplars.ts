import { z } from "zod";
import type { OutcomeResult } from "#core/domain/outcome.ts";
import { packSingles, unpackSingles } from "../models/packed-floats.ts";
import { stableHash } from "../stable-hash.ts";

/** Training leads kept beside a model to compare others with. */
export const exemplars = z.object({
  contactIds: z.array(z.string()),
  /** "w" or "l" by lead. */
  results: z.string(),
  /** Contribution vectors, lead by lead: singles as base64. */
  vectors: z.string(),
});
export type StoredExemplars = z.infer<typeof exemplars>;

/** Exemplars, ready to be compared with. */
export interface Exemplars {
  contactIds: readonly string[];
  results: readonly OutcomeResult[];
  /** contactIds.length × sources. */
  vectors: Float32Array;
}

export interface ExemplarCandidate {
  contactId: string;
  result: OutcomeResult;
  contributions: Float64Array;
}

const most = 1500;

/** Picks at most 1,500 leads by the hash of their ids, won and lost in the proportion they have. */
export function pickExemplars(candidates: readonly ExemplarCandidate[], seed: number): StoredExemplars {
  const picked = (["won", "lost"] as const).flatMap((result) => {
    const group = candidates
      .filter((c) => c.result === result)
      .map((c) => ({ ...c, hash: stableHash(c.contactId, seed) }))
      .sort((a, b) => a.hash - b.hash || (a.contactId < b.contactId ? -1 : 1));
    return group.slice(0, Math.ceil((most * group.length) / Math.max(most, candidates.length)));
  });
  const kept = picked.slice(0, most);
  const width = kept[0]?.contributions.length ?? 0;
  const vectors = new Float32Array(kept.length * width);
  kept.forEach((c, i) => {
    vectors.set(c.contributions, i * width);
  });
  return {
    contactIds: kept.map((c) => c.contactId),
    results: kept.map((c) => (c.result === "won" ? "w" : "l")).join(""),
    vectors: packSingles(vectors),
  };
}

/** Unpacks stored exemplars. */
export function loadExemplars(stored: StoredExemplars): Exemplars {
  return {
    contactIds: stored.contactIds,
    results: [...stored.results].map((r) => (r === "w" ? "won" : "lost")),
    vectors: unpackSingles(stored.vectors),
  };
}
