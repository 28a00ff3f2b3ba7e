import { describe, expect, test } from "vitest";
import { identity } from "../certainty/calibration.ts";
import { logit, sigmoid } from "../models/moments.ts";
import { combineVotes } from "./combine-votes.ts";
import type { ScorerRecord } from "./scorer-record.ts";
import type { ScorerRecords } from "./scorer-records.ts";
import type { LocalVote, Vote } from "./vote.ts";

const factor = {
  value: "3",
  points: 0,
  effect: "neutral" as const,
  weight: 0,
  impact: "LOW" as const,
  evidence: [],
};
const local: LocalVote = {
  modelId: null,
  kind: "test",
  caveats: [],
  bands: { a: 0.6, b: 0.4, c: 0.2 },
  score: {
    score: 30,
    probability: 0.3,
    low: 0.2,
    high: 0.42,
    band: "C",
    confidence: 0.6,
    factors: [
      { ...factor, name: "replies", contribution: 0.5 },
      { ...factor, name: "base rate", contribution: logit(0.3) - 0.5 },
    ],
  },
};
const vote = (scorer: string, probability: number): Vote => ({
  scorer,
  probability,
  reason: "because",
  factors: { urgency: 0, priority: 0, sentiment: 0, response_time: 0 },
});

describe("combineVotes", () => {
  test("without votes gives the very score back", () => {
    expect(combineVotes(local, [])).toEqual({
      score: local.score,
      weights: { local: 1 },
      records: {},
      evFactors: null,
    });
  });

  test("moves the log-odds by a tenth of the way to a vote", () => {
    const { score, weights } = combineVotes(local, [vote("m", 0.8)]);
    expect(logit(score.probability)).toBeCloseTo(0.9 * logit(0.3) + 0.1 * logit(0.8), 12);
    expect(weights.local).toBeCloseTo(0.9, 12);
    expect(weights.m).toBeCloseTo(0.1, 12);
  });

  test("adds a factor for each vote, so that the factors still add up, the base rate last", () => {
    const { score } = combineVotes(local, [vote("m", 0.9), vote("n", 0.05)]);
    const sum = score.factors.reduce((total, { contribution }) => total + contribution, 0);
    expect(Math.abs(sum - logit(score.probability))).toBeLessThan(1e-9);
    expect(score.factors.at(-1)?.name).toBe("base rate");
    expect(score.factors.map(({ name }) => name)).toEqual(expect.arrayContaining(["vote of m", "vote of n"]));
  });

  test("a vote of nought or a hundred counts as a very sure one, not as certainty", () => {
    const { score } = combineVotes(local, [vote("m", 1)]);
    expect(logit(score.probability)).toBeCloseTo(0.9 * logit(0.3) + 0.1 * logit(0.98), 12);
  });

  test("disagreement widens the interval and lowers the confidence; agreement does neither", () => {
    const width = ({ low, high }: { low: number; high: number }) => logit(high) - logit(low);
    const agreed = combineVotes(local, [vote("m", 0.3)]).score;
    const disputed = combineVotes(local, [vote("m", 0.98)]).score;
    expect(width(agreed)).toBeCloseTo(width(local.score), 10);
    expect(width(disputed)).toBeGreaterThan(width(agreed));
    expect(disputed.confidence).toBeLessThan(agreed.confidence);
    expect(agreed.confidence).toBeCloseTo(local.score.confidence, 10);
  });

  test("the points of all factors add up to the score, the votes' among them", () => {
    const { score } = combineVotes(local, [vote("m", 0.9), vote("n", 0.05)]);
    expect(score.factors.reduce((total, { points }) => total + points, 0)).toBeCloseTo(score.score, 9);
  });

  describe("with records", () => {
    const record = (more: Partial<ScorerRecord>): ScorerRecord => ({
      leads: 300,
      logLoss: 0.6,
      localLogLoss: 0.6,
      baseRateLogLoss: 0.69,
      error: 0.01,
      calibration: identity,
      ...more,
    });
    const records = (of: Record<string, ScorerRecord>): ScorerRecords => ({
      of: new Map(Object.entries(of)),
      likeness: (a, b) => Number(a === b),
    });

    test("a scorer worse than the base rate stays listed with its record, and moves nothing", () => {
      const bad = record({ logLoss: 1 });
      const combined = combineVotes(local, [vote("bad", 0.95)], records({ bad }));
      expect(combined.weights).toEqual({ local: 1, bad: 0 });
      expect(combined.records.bad).toBe(bad);
      expect(combined.score.probability).toBe(sigmoid(logit(0.3)));
      expect(combined.score.confidence).toBe(local.score.confidence);
    });

    test("a vote is read as its scorer's record teaches, and the factor says so", () => {
      const loud = record({ calibration: { ...identity, kind: "platt", a: 0.5, b: 0.5, c: 0 } });
      const { score, weights } = combineVotes(local, [vote("loud", 0.9)], records({ loud }));
      const factor = score.factors.find(({ name }) => name === "vote of loud");
      expect(factor?.value).toBe("90 of 100, read as 75 by its record");
      expect(factor?.contribution).toBeCloseTo((weights.loud ?? 0) * (logit(0.75) - logit(0.3)), 9);
    });

    test("engagement factors are the votes' mean by weight", () => {
      const [good, bad] = [vote("good", 0.5), vote("bad", 0.5)];
      good.factors = { urgency: 80, priority: 70, sentiment: 60, response_time: 50 };
      const worthless = record({ logLoss: 1 });
      const both = combineVotes(local, [good, bad], records({ good: record({}), bad: worthless }));
      expect(both.evFactors).toEqual(good.factors);
      expect(combineVotes(local, [good, bad]).evFactors?.urgency).toBeCloseTo(40, 9);
      const none = combineVotes(local, [good, bad], records({ good: worthless, bad: worthless }));
      expect(none.evFactors?.urgency).toBeCloseTo(40, 9);
    });
  });
});
