import { describe, expect, test } from "vitest";
import { logit } from "../models/moments.ts";
import { combineVotes } from "./combine-votes.ts";
import type { LocalVote, Vote } from "./vote.ts";

const factor = { value: "3", weight: 0, impact: "LOW" as const, evidence: [] };
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
    expect(combineVotes(local, [])).toEqual({ score: local.score, weights: { local: 1 } });
  });

  test("moves the log-odds by a tenth of the way to a vote", () => {
    const { score, weights } = combineVotes(local, [vote("m", 0.8)]);
    expect(logit(score.probability)).toBeCloseTo(0.9 * logit(0.3) + 0.1 * logit(0.8), 12);
    expect(weights).toEqual({ local: 0.9, m: 0.1 });
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
});
