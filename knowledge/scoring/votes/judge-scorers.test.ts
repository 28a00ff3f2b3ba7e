import { describe, expect, test } from "vitest";
import { calibrate, identity } from "../certainty/calibration.ts";
import { logit, sigmoid } from "../models/moments.ts";
import { randomNumbers } from "../training/synthetic-leads.ts";
import type { PastVote } from "./past-votes.ts";
import { judgeScorers } from "./scorer-records.ts";
import { weighVotes } from "./weights.ts";

interface MadeUp {
  leads: number;
  /** Each sees the lead's true log-odds with its own error, or hears what another said. */
  says: Record<string, (truth: number, noise: () => number) => number>;
  seed?: number;
}

function votesOn({ leads, says, seed = 7 }: MadeUp): PastVote[] {
  const random = randomNumbers(seed);
  const noise = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Array.from({ length: leads }, (_, i) => {
    const truth = 1.5 * noise();
    const won = random() < sigmoid(truth);
    const localProbability = sigmoid(truth + noise());
    return Object.entries(says).map(([scorer, say]) => ({
      contactId: `c${i}`,
      scorer,
      probability: sigmoid(say(truth, noise)),
      localProbability,
      won,
    }));
  }).flat();
}

const oneVote = (more: Partial<PastVote>): PastVote => ({
  contactId: "c",
  scorer: "m",
  probability: 0.5,
  localProbability: 0.5,
  won: true,
  ...more,
});

describe("a record", () => {
  test("holds the log losses of the scorer, of the local score and of the base rate on the same leads", () => {
    const votes = [
      oneVote({ contactId: "a", probability: 0.8, localProbability: 0.6, won: true }),
      oneVote({ contactId: "b", probability: 0.3, localProbability: 0.5, won: true }),
      oneVote({ contactId: "c", probability: 1, localProbability: 0.4, won: false }),
    ];
    const record = judgeScorers(votes).of.get("m");
    expect(record?.leads).toBe(3);
    expect(record?.logLoss).toBeCloseTo(-(Math.log(0.8) + Math.log(0.3) + Math.log(0.02)) / 3, 12);
    expect(record?.localLogLoss).toBeCloseTo(-(Math.log(0.6) + Math.log(0.5) + Math.log(0.6)) / 3, 12);
    // Two won and one lost, each foretold by the other two and one of either kind.
    expect(record?.baseRateLogLoss).toBeCloseTo(-(2 * Math.log(2 / 4) + Math.log(1 / 4)) / 3, 12);
    expect(record?.error).toBeGreaterThan(0);
  });

  test.each([
    ["a single lead", 1],
    ["leads that all were won", 150],
  ])("of %s has no numbers that are none", (_what, count) => {
    const votes = Array.from({ length: count }, (_, i) => oneVote({ contactId: `c${i}`, probability: 0.9 }));
    const { calibration, ...numbers } = judgeScorers(votes).of.get("m") ?? expect.fail();
    for (const number of Object.values(numbers)) expect(number).toBeGreaterThanOrEqual(0);
    expect(calibration).toEqual(identity);
  });

  test("of a hundred leads mends a scorer that exaggerates, and not before", () => {
    const says = { loud: (truth: number) => 3 * truth + 1 };
    const [few, many] = [99, 500].map((leads) => judgeScorers(votesOn({ leads, says })).of.get("loud"));
    expect(few?.calibration).toEqual(identity);
    const mended = calibrate(many?.calibration ?? identity, logit(0.98));
    expect(mended).toBeLessThan(logit(0.95));
    expect(many?.logLoss).toBeLessThan(many?.localLogLoss ?? 0);
  });

  test("of a scorer that guesses is not praised by its own mending", () => {
    const { of } = judgeScorers(votesOn({ leads: 200, says: { guess: (_, noise) => 2 * noise() } }));
    const record = of.get("guess");
    expect(record?.logLoss).toBeGreaterThan((record?.baseRateLogLoss ?? 1) - 0.01);
  });
});

describe("likeness", () => {
  const clear = (truth: number) => truth;
  const says = { a: clear, copy: clear, other: (truth: number, noise: () => number) => truth + 3 * noise() };

  test("is near 1 for copies and smaller for scorers of their own mind", () => {
    const { likeness } = judgeScorers(votesOn({ leads: 500, says }));
    expect(likeness("a", "copy")).toBeGreaterThan(0.9);
    expect(likeness("a", "other")).toBeLessThan(0.6);
    expect(likeness("other", "a")).toBeCloseTo(likeness("a", "other"), 12);
    expect(likeness("other", "other")).toBe(1);
  });

  test.each([
    ["five leads", () => judgeScorers(votesOn({ leads: 5, says })).likeness("a", "copy"), 0.25, 0.35],
    ["scorers never met", () => judgeScorers([]).likeness("a", "b"), 0.25, 0.25],
    [
      "opposites",
      () => {
        const votes = votesOn({ leads: 90, says: { up: () => 5, down: () => -5 } });
        return judgeScorers(votes).likeness("up", "down");
      },
      0,
      0.25,
    ],
  ])("of %s stays near what is assumed", (_what, likeness, low, high) => {
    expect(likeness()).toBeGreaterThanOrEqual(low);
    expect(likeness()).toBeLessThanOrEqual(high);
  });

  test("keeps eleven copies of a middling scorer from outvoting the local score", () => {
    const middling = (truth: number, noise: () => number) => truth + noise();
    const base = votesOn({ leads: 400, says: { m0: middling } });
    const copies = Array.from({ length: 11 }, (_, i) => base.map((v) => ({ ...v, scorer: `m${i + 1}` })));
    const scorers = Array.from({ length: 12 }, (_, i) => `m${i}`);
    const one = weighVotes(["m0"], judgeScorers(base));
    const twelve = weighVotes(scorers, judgeScorers([base, ...copies].flat()));
    expect(one.local).toBeGreaterThan(0.4);
    expect(one.local - twelve.local).toBeLessThan(0.05);
  });
});
