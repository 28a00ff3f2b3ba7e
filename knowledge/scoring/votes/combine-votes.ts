import type { LeadScore } from "#core/domain/score.ts";
import { bandOf } from "../certainty/bands.ts";
import { calibrate } from "../certainty/calibration.ts";
import { type Reason, weighFactors } from "../explain/points.ts";
import { logit, sigmoid } from "../models/moments.ts";
import { boundedLogOdds } from "./bounded-log-odds.ts";
import { likenessOf } from "./likeness.ts";
import type { ScorerRecord } from "./scorer-record.ts";
import type { ScorerRecords } from "./scorer-records.ts";
import type { EvFactors, LocalVote, Vote } from "./vote.ts";
import { weighVotes } from "./weights.ts";

export interface CombinedScore {
  score: LeadScore;
  /** By scorer, "local" among them; they add up to 1. */
  weights: Record<string, number>;
  /** By scorer, for those that have one. */
  records: Record<string, ScorerRecord>;
  /** Mean over the votes by weight, or a plain one if none has any; null without votes. */
  evFactors: EvFactors | null;
}

/** The 95 % point of the standard normal distribution. */
const z90 = 1.6449;

const noRecords: ScorerRecords = { of: new Map(), likeness: likenessOf(new Map(), new Map()) };

/**
 * Combines the statistical score with other votes: a weighted mean of log-odds (logarithmic opinion pool; Genest and
 * Zidek, Statistical Science 1, 1986), weighed as `weighVotes` says. Each vote becomes one named factor, weight × its
 * distance from the local score, so that the factors still add up. Disagreement widens the interval and lowers the
 * confidence. Without votes the local score comes back unchanged.
 */
export function combineVotes(
  { score, bands }: LocalVote,
  votes: readonly Vote[],
  records: ScorerRecords = noRecords,
): CombinedScore {
  if (votes.length === 0) return { score, weights: { local: 1 }, records: {}, evFactors: null };
  const weights = weighVotes(
    votes.map(({ scorer }) => scorer),
    records,
  );
  const local = logit(score.probability);
  const shifts = votes.map((vote, i) => toShift(vote, { local, weight: weights.votes[i] ?? 0, records }));
  const moved = shifts.reduce((sum, { shift }) => sum + shift, 0);
  const spread = Math.sqrt(shifts.reduce((sum, { shift, distance }) => sum + shift * distance, 0));
  const disputed = z90 * Math.hypot(...shifts.map(({ shift }) => shift));
  const reach = (end: number) => Math.hypot(logit(end) - local, disputed);
  const probability = sigmoid(local + moved);
  return {
    weights: Object.fromEntries([
      ["local", weights.local],
      ...shifts.map(({ vote, weight }) => [vote.scorer, weight]),
    ]),
    records: recordsOf(votes, records),
    evFactors: meanFactors(shifts),
    score: {
      score: 100 * probability,
      probability,
      low: Math.min(probability, sigmoid(local + moved - reach(score.low))),
      high: Math.max(probability, sigmoid(local + moved + reach(score.high))),
      band: bandOf(probability, bands),
      confidence: score.confidence / (1 + spread),
      factors: weighFactors([...score.factors, ...shifts.map(voteFactor)]),
    },
  };
}

/** How a vote pulls at the local score, in log-odds. */
interface Shift {
  vote: Vote;
  weight: number;
  /** As the vote counts: bounded, and mended as its scorer's record teaches. */
  counted: number;
  distance: number;
  /** weight × distance. */
  shift: number;
}

function toShift(
  vote: Vote,
  { local, weight, records }: { local: number; weight: number; records: ScorerRecords },
): Shift {
  const said = boundedLogOdds(vote.probability);
  const record = records.of.get(vote.scorer);
  const counted = record ? calibrate(record.calibration, said) : said;
  const distance = counted - local;
  return { vote, weight, counted, distance, shift: weight * distance };
}

function recordsOf(votes: readonly Vote[], { of }: ScorerRecords): Record<string, ScorerRecord> {
  return Object.fromEntries(
    votes.flatMap(({ scorer }) => {
      const record = of.get(scorer);
      return record ? [[scorer, record]] : [];
    }),
  );
}

function meanFactors(shifts: readonly Shift[]): EvFactors {
  const total = shifts.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (factor: keyof EvFactors) =>
    shifts.reduce(
      (sum, { vote, weight }) =>
        sum + vote.factors[factor] * (total > 0 ? weight / total : 1 / shifts.length),
      0,
    );
  return {
    urgency: mean("urgency"),
    priority: mean("priority"),
    sentiment: mean("sentiment"),
    response_time: mean("response_time"),
  };
}

function voteFactor({ vote, counted, shift }: Shift): Reason {
  const [said, read] = [vote.probability, sigmoid(counted)].map((p) => (100 * p).toFixed(0));
  const mended = Math.abs(counted - boundedLogOdds(vote.probability)) > 1e-9;
  return {
    name: `vote of ${vote.scorer}`,
    value: `${said} of 100${mended ? `, read as ${read} by its record` : ""}`,
    contribution: shift,
    evidence: [],
  };
}
