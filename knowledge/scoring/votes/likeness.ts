import { calibrate } from "../certainty/calibration.ts";
import { logit } from "../models/moments.ts";
import { boundedLogOdds } from "./bounded-log-odds.ts";
import type { PastVote } from "./past-votes.ts";
import type { ScorerRecord } from "./scorer-record.ts";

/** How much two scorers have said the same: 0 as if independent, 1 copies of each other. */
export type Likeness = (scorer: string, other: string) => number;

/** Twelve scorers as alike as this count as three. */
const assumed = 0.25;

/** So many leads in common weigh as much as the assumption. */
const pseudoLeads = 50;

/**
 * Likeness from past votes: the cosine of two scorers' departures from the statistical score in log-odds, on the leads
 * that both judged, because these are what the pool adds up; below 0 counts as 0. Shrunk to .25 by 50 pseudo-leads.
 */
export function likenessOf(
  byScorer: ReadonlyMap<string, readonly PastVote[]>,
  records: ReadonlyMap<string, ScorerRecord>,
): Likeness {
  const departures = new Map<string, ReadonlyMap<string, number>>();
  for (const [scorer, votes] of byScorer) {
    const record = records.get(scorer);
    departures.set(scorer, new Map(votes.map((vote) => [vote.contactId, departure(vote, record)])));
  }
  // Asked for at every score, and the same as long as the votes are.
  const cosines = new Map<string, Map<string, number>>();
  for (const [scorer, a] of departures) {
    cosines.set(scorer, new Map([...departures].map(([other, b]) => [other, shrunkCosine(a, b)])));
  }
  return (scorer, other) => (scorer === other ? 1 : (cosines.get(scorer)?.get(other) ?? assumed));
}

function departure({ probability, localProbability }: PastVote, record: ScorerRecord | undefined): number {
  const said = boundedLogOdds(probability);
  return (record ? calibrate(record.calibration, said) : said) - logit(localProbability);
}

function shrunkCosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [common, product, squaresA, squaresB] = [0, 0, 0, 0];
  for (const [lead, x] of a) {
    const y = b.get(lead);
    if (y === undefined) continue;
    common++;
    product += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  const cosine = product > 0 ? product / Math.sqrt(squaresA * squaresB) : 0;
  return (common * cosine + pseudoLeads * assumed) / (common + pseudoLeads);
}
