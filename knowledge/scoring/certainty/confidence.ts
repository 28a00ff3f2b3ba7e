/** What confidence is made of. */
export interface ConfidenceParts {
  /** Half the 90 % interval, in log-odds. */
  halfWidth: number;
  /** Share of the model's information that is known for this lead, 0–1. */
  completeness: number;
}

/**
 * Confidence in one scorer's score, 0–1: certainty × (½ + ½ completeness), where certainty is
 * 1 / (1 + half the 90 % interval in log-odds). Where several vote, combineVotes lowers it by their disagreement. An interval of ±0.2 gives .83, one of ±1.4 (the prior's) .42.
 */
export function confidenceOf({ halfWidth, completeness }: ConfidenceParts): number {
  return (0.5 + 0.5 * completeness) / (1 + halfWidth);
}

/**
 * Share of a model's information that is known for a lead: its known features, each weighed by how much it moves
 * scores on average. 1 for a model without features.
 */
export function completenessOf(known: Uint8Array, importance: ArrayLike<number>): number {
  let total = 0;
  let present = 0;
  for (let s = 0; s < known.length; s++) {
    total += importance[s] as number;
    if (known[s] === 1) present += importance[s] as number;
  }
  return total === 0 ? 1 : present / total;
}
