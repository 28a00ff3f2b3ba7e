import { describe, expect, test } from "vitest";
import { identity } from "../certainty/calibration.ts";
import { randomNumbers } from "../training/synthetic-leads.ts";
import type { ScorerRecord } from "./scorer-record.ts";
import type { ScorerRecords } from "./scorer-records.ts";
import { weighVotes } from "./weights.ts";

const record = (more: Partial<ScorerRecord> = {}): ScorerRecord => ({
  leads: 200,
  logLoss: 0.6,
  localLogLoss: 0.6,
  baseRateLogLoss: 0.69,
  error: 0.02,
  calibration: identity,
  ...more,
});
const known = (of: Record<string, ScorerRecord>, alike = 0.25): ScorerRecords => ({
  of: new Map(Object.entries(of)),
  likeness: (a, b) => (a === b ? 1 : alike),
});
const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0);
const names = (count: number) => Array.from({ length: count }, (_, i) => `m${i}`);
const together = (weights: { votes: readonly number[] }) => sum(weights.votes);
const alone = (more: Partial<ScorerRecord>) => together(weighVotes(["m"], known({ m: record(more) })));

describe("without a record", () => {
  test("one scorer weighs a tenth", () => {
    expect(weighVotes(["m"], known({})).votes[0]).toBeCloseTo(0.1, 12);
  });

  test.each([2, 3, 12])("%i weigh less than three tenths together, and alike", (count) => {
    const weights = weighVotes(names(count), known({}));
    expect(together(weights)).toBeLessThan(0.3);
    for (const weight of weights.votes) expect(weight).toBeCloseTo(together(weights) / count, 12);
    expect(together(weights)).toBeGreaterThan(together(weighVotes(names(count - 1), known({}))));
  });
});

describe("with a record", () => {
  test("a scorer as good as the statistical one comes to weigh as much", () => {
    expect(alone({ leads: 1e9 })).toBeCloseTo(0.5, 6);
  });

  test("one that is clearly better gets a majority, and never everything", () => {
    expect(alone({ leads: 500, logLoss: 0.5 })).toBeGreaterThan(0.5);
    expect(alone({ leads: 1e9, logLoss: 0.001, localLogLoss: 3 })).toBeCloseTo(0.8, 9);
  });

  test.each([
    ["five lucky leads", { leads: 5, logLoss: 0.02, localLogLoss: 1.2, baseRateLogLoss: 0.18 }, 0.1, 0.2],
    ["five unlucky leads", { leads: 5, logLoss: 3, localLogLoss: 0.5, baseRateLogLoss: 0.6 }, 0.05, 0.1],
    ["a hundred leads of a worse scorer", { leads: 100, logLoss: 0.68 }, 0.05, 0.2],
  ])("%s move the weight a little", (_what, more, low, high) => {
    expect(alone(more)).toBeGreaterThan(low);
    expect(alone(more)).toBeLessThan(high);
  });

  test.each([
    ["worse than the base rate beyond error", { logLoss: 0.74 }, true],
    ["worse by what may be chance", { logLoss: 0.72 }, false],
    ["worse on few leads", { logLoss: 0.74, leads: 19 }, false],
  ])("a scorer that is %s: no weight is %s", (_what, more, worthless) => {
    expect(alone(more) === 0).toBe(worthless);
  });

  test("one without weight takes none from the others", () => {
    const good = { good: record() };
    const [beside] = weighVotes(["good", "bad"], known({ ...good, bad: record({ logLoss: 2 }) })).votes;
    expect(beside).toBe(weighVotes(["good"], known(good)).votes[0]);
  });
});

test("twelve copies weigh like one, and twelve that differ weigh more", () => {
  const of = Object.fromEntries(names(12).map((name) => [name, record()]));
  expect(together(weighVotes(names(12), known(of, 1)))).toBeCloseTo(alone({}), 9);
  expect(together(weighVotes(names(12), known(of, 0.25)))).toBeGreaterThan(alone({}) + 0.15);
});

describe("whatever the records", () => {
  const cases = Array.from({ length: 300 }, (_, seed) => {
    const random = randomNumbers(seed + 1);
    const scorers = names(1 + Math.floor(12 * random()));
    const of: Record<string, ScorerRecord> = {};
    for (const name of scorers) {
      if (random() < 0.3) continue;
      const [logLoss, localLogLoss, baseRateLogLoss] = [2 * random(), 2 * random(), 0.05 + random()];
      of[name] = record({
        leads: Math.ceil(500 * random()),
        logLoss,
        localLogLoss,
        baseRateLogLoss,
        error: random() / 5,
      });
    }
    return { scorers, of, alike: random() };
  });

  test("weights add up to 1, each is 0 to .8, and the statistical score keeps a fifth", () => {
    for (const { scorers, of, alike } of cases) {
      const weights = weighVotes(scorers, known(of, alike));
      expect(weights.local + together(weights)).toBeCloseTo(1, 12);
      expect(weights.local).toBeGreaterThanOrEqual(0.2 - 1e-12);
      for (const weight of weights.votes) {
        expect(weight).toBeGreaterThanOrEqual(0);
        expect(weight).toBeLessThanOrEqual(0.8);
      }
    }
  });

  test("a better record never brings less weight", () => {
    for (const { scorers, of, alike } of cases) {
      const mine = of.m0 ?? record();
      const before = weighVotes(scorers, known({ ...of, m0: mine }, alike)).votes;
      const better = { ...mine, logLoss: 0.9 * mine.logLoss };
      const after = weighVotes(scorers, known({ ...of, m0: better }, alike)).votes;
      expect(after[0]).toBeGreaterThanOrEqual((before[0] ?? 0) - 1e-12);
    }
  });
});
