import type { LeadScore } from "#core/domain/score.ts";
import { baseRateFactor } from "../explain/points.ts";

/** A reason as it is stored for lists. */
export interface StoredFactor {
  name: string;
  value: string;
  contribution: number;
}

/** Reasons that are stored with a score; the base rate is none. */
export const reasonsKept = 8;
/** Log-odds that move no score. */
const negligible = 0.005;

/** `lead_scores.factors` as read: [name, value, contribution] each, or objects if it was stored by an older version. */
export type PackedFactors = readonly (readonly [string, string, number] | StoredFactor)[];

/**
 * The reasons of a score to be stored, as JSON in one line: [[name, value, contribution], …], strongest first. The keys of
 * objects would be about half of the text.
 */
export function packFactors({ factors }: Pick<LeadScore, "factors">): string {
  const packed: PackedFactors = factors
    .filter(({ name, contribution }) => name !== baseRateFactor && Math.abs(contribution) >= negligible)
    .slice(0, reasonsKept)
    .map(({ name, value, contribution }) => [name, value, Number(contribution.toPrecision(6))]);
  return JSON.stringify(packed);
}

/** The stored reasons of a score, strongest first. */
export function unpackFactors(stored: PackedFactors): StoredFactor[] {
  return stored.map((factor) => {
    if ("name" in factor) return factor;
    const [name, value, contribution] = factor;
    return { name, value, contribution };
  });
}
