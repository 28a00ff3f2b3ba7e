import type { LeadScore, ScoreFactor } from "#core/domain/score.ts";
import { bandOf } from "../certainty/bands.ts";
import { baseRateFactor, impactOf } from "../explain/factors.ts";
import { logit, sigmoid } from "../models/moments.ts";
import type { LocalVote, Vote } from "./vote.ts";

export interface CombinedScore {
  score: LeadScore;
  /** By scorer, "local" among them; they add up to 1. */
  weights: Record<string, number>;
}

/** A scorer whose record is not known yet moves the score a little; all of them together never decide it. */
const unprovenWeight = 0.1;
const unprovenTogether = 0.3;

/** Nobody is that sure: a vote of 0 or 100 counts as this. */
const voteBound = 0.02;

/** The 95 % point of the standard normal distribution. */
const z90 = 1.6449;

/**
 * Combines the statistical score with other votes: a weighted mean of log-odds (logarithmic opinion pool; Genest and
 * Zidek, Statistical Science 1, 1986). Each vote becomes one named factor, weight × its distance from the local score,
 * so that the factors still add up. Disagreement widens the interval and lowers the confidence. Without votes the local
 * score comes back unchanged.
 */
export function combineVotes({ score, bands }: LocalVote, votes: readonly Vote[]): CombinedScore {
  if (votes.length === 0) return { score, weights: { local: 1 } };
  const weight = Math.min(unprovenWeight, unprovenTogether / votes.length);
  const local = logit(score.probability);
  const shifts = votes.map((vote) => ({ vote, shift: weight * (logit(bounded(vote.probability)) - local) }));
  const combined = shifts.reduce((sum, { shift }) => sum + shift, local);
  const spread = Math.sqrt(shifts.reduce((sum, { shift }) => sum + shift ** 2 / weight, 0));
  const moved = combined - local;
  const reach = (end: number) => Math.hypot(logit(end) - local, z90 * spread * Math.sqrt(weight));
  const probability = sigmoid(combined);
  const weights = Object.fromEntries(votes.map(({ scorer }) => [scorer, weight]));
  return {
    weights: { local: 1 - weight * votes.length, ...weights },
    score: {
      score: 100 * probability,
      probability,
      low: Math.min(probability, sigmoid(local + moved - reach(score.low))),
      high: Math.max(probability, sigmoid(local + moved + reach(score.high))),
      band: bandOf(probability, bands),
      confidence: score.confidence / (1 + spread),
      factors: weigh([...score.factors, ...shifts.map(({ vote, shift }) => voteFactor(vote, shift))]),
    },
  };
}

function bounded(probability: number): number {
  return Math.min(1 - voteBound, Math.max(voteBound, probability));
}

function voteFactor({ scorer, probability }: Vote, contribution: number): ScoreFactor {
  return {
    name: `vote of ${scorer}`,
    value: `${(100 * probability).toFixed(0)} of 100`,
    contribution,
    weight: 0,
    impact: "LOW",
    evidence: [],
  };
}

/** Weights and order anew, after factors were added: strongest first, the base rate last. */
function weigh(factors: readonly ScoreFactor[]): ScoreFactor[] {
  const reasons = factors.filter(({ name }) => name !== baseRateFactor);
  const total = reasons.reduce((sum, { contribution }) => sum + Math.abs(contribution), 0);
  const weighed = reasons.map((factor) => {
    const weight = total === 0 ? 0 : factor.contribution / total;
    return { ...factor, weight, impact: impactOf(weight) };
  });
  weighed.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  return [...weighed, ...factors.filter(({ name }) => name === baseRateFactor)];
}
