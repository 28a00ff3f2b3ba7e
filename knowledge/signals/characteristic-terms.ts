/** How often a term was in the messages of two times, and how surely it is of the first. */
export interface CharacteristicTerm {
  term: string;
  now: number;
  before: number;
  /** Standard errors of the difference of log-odds; above 0: more in the first. */
  z: number;
}

/** The prior weighs as much as this share of all terms counted. */
const priorShare = 0.05;

/**
 * Terms by how characteristic they are of one set of messages against another: the difference of log-odds with an informative Dirichlet
 * prior (Monroe, Colaresi & Quinn 2008, "Fightin' Words", eq. 15–22), on numbers of messages that have a term. The prior is what both sets
 * together say, so that rare terms are not told.
 * @returns the most characteristic of the first set first.
 */
export function characteristicTerms(
  now: ReadonlyMap<string, number>,
  before: ReadonlyMap<string, number>,
): CharacteristicTerm[] {
  const [nowTotal, beforeTotal] = [totalOf(now), totalOf(before)];
  const all = nowTotal + beforeTotal;
  const prior = priorShare * all;
  const logOdds = (count: number, of: number, alpha: number) =>
    Math.log((count + alpha) / (of + prior - count - alpha));
  return [...now]
    .map(([term, count]) => {
      const other = before.get(term) ?? 0;
      const alpha = (prior * (count + other)) / all;
      const difference = logOdds(count, nowTotal, alpha) - logOdds(other, beforeTotal, alpha);
      const error = Math.sqrt(1 / (count + alpha) + 1 / (other + alpha));
      return { term, now: count, before: other, z: difference / error };
    })
    .filter(({ z }) => Number.isFinite(z))
    .toSorted((a, b) => b.z - a.z || (a.term < b.term ? -1 : 1));
}

function totalOf(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
