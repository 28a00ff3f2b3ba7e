import { z } from "zod";
import type { Band } from "#core/domain/score.ts";

/** Lowest probability of each band; below `c` is D. Null: no lead of the training table stood out that far. */
export const bandThresholds = z.object({
  a: z.number().nullable(),
  b: z.number().nullable(),
  c: z.number().nullable(),
});
export type BandThresholds = z.infer<typeof bandThresholds>;

/** The band of a probability. */
export function bandOf(probability: number, { a, b, c }: BandThresholds): Band {
  if (a !== null && probability >= a) return "A";
  if (b !== null && probability >= b) return "B";
  return c !== null && probability >= c ? "C" : "D";
}

/**
 * Thresholds that put the best tenth of the probabilities in A, the next fifth in B, the next three tenths in C. Leads
 * with equal probabilities stay together: each threshold is the one that comes nearest to its share.
 */
export function bandThresholdsOf(probabilities: Float64Array): BandThresholds {
  const sorted = Float64Array.from(probabilities).sort().reverse();
  return { a: cut(sorted, 0.1), b: cut(sorted, 0.3), c: cut(sorted, 0.6) };
}

function cut(descending: Float64Array, share: number): number | null {
  const wanted = descending.length * share;
  const last = descending[Math.ceil(wanted) - 1];
  if (last === undefined) return null;
  const above = descending.indexOf(last);
  const upTo = descending.lastIndexOf(last) + 1;
  if (upTo - wanted <= wanted - above) return last;
  return above > 0 ? (descending[above - 1] as number) : null;
}
