import type { ScorerRecord } from "./scorer-record.ts";
import type { ScorerRecords } from "./scorer-records.ts";

/** What scorers weigh in a score; all of them and the statistical one add up to 1. */
export interface VoteWeights {
  /** Of the statistical score. */
  local: number;
  /** In the order of the scorers. */
  votes: readonly number[];
}

/** Odds of a scorer's weight to the statistical score's before it has a record: a tenth against nine. */
const unprovenOdds = 1 / 9;

/** So many ended leads weigh as much as the assumption that a scorer is unproven. */
const pseudoLeads = 50;

/** A tenth of the base rate's log loss less than the statistical score's multiplies the odds by e. */
const steepness = 10;

/** A few lucky leads can look like any skill. */
const skillBound = 0.5;

/** However good the others are, the statistical score keeps a fifth: it alone is calibrated and explained. */
const votesTogether = 0.8;

/** A record from here on may say that a scorer is worse than the base rate. */
const judgedFrom = 20;

/**
 * Weights of scorers beside the statistical score, for a weighted mean of log-odds. The loss of such a pool is on each
 * lead at most the weighted mean of its members' (Hölder's inequality), so that a scorer no worse than the statistical
 * score can only help; weights therefore follow skill, and are shrunk to the little weight of a newcomer.
 *
 * Odds against the statistical score: ln o = (50 ln(1/9) + n × 10 Δ) / (50 + n), with n ended leads and Δ = (log loss of the
 * statistical score − the scorer's) / the base rate's, all on the same leads, within ±.5. A scorer worse than the base rate by
 * more than two standard errors on at least 20 leads has o = 0. Scorers that say the same share one weight: o² / Σ likeness × o
 * over all that vote, so that m copies weigh like one (dependent sources: Clemen and Winkler, Operations Research 33, 1985;
 * the pool: Genest and Zidek, Statistical Science 1, 1986; shrinking weights: Clemen, International Journal of Forecasting 5,
 * 1989). Weights are these odds over 1 + their sum; together at most .8. The pool is not extremised (Satopää et al.,
 * International Journal of Forecasting 30, 2014), because scorers read the same lead.
 */
export function weighVotes(scorers: readonly string[], { of, likeness }: ScorerRecords): VoteWeights {
  const odds = scorers.map((scorer) => oddsOf(of.get(scorer)));
  const shared = scorers.map((scorer, i) => {
    const own = odds[i] ?? 0;
    const crowd = scorers.reduce((sum, other, j) => sum + likeness(scorer, other) * (odds[j] ?? 0), 0);
    return own === 0 ? 0 : (own * own) / crowd;
  });
  const total = shared.reduce((sum, o) => sum + o, 0);
  const together = Math.min(votesTogether, total / (1 + total));
  return { local: 1 - together, votes: shared.map((o) => (o === 0 ? 0 : (together * o) / total)) };
}

function oddsOf(record: ScorerRecord | undefined): number {
  if (!record) return unprovenOdds;
  const { leads, logLoss, localLogLoss, baseRateLogLoss, error } = record;
  if (leads >= judgedFrom && logLoss - baseRateLogLoss > 2 * error) return 0;
  const skill = (localLogLoss - logLoss) / baseRateLogLoss;
  const bounded = Math.min(skillBound, Math.max(-skillBound, skill));
  return Math.exp(
    (pseudoLeads * Math.log(unprovenOdds) + leads * steepness * bounded) / (pseudoLeads + leads),
  );
}
