import { describe, expect, test } from "vitest";
import { randomNumbers } from "../training/synthetic-leads.ts";
import { judgeSignal, signalVerdict } from "./signal.ts";

/** Leads of known chances: log-odds spread by `strength` around those of a fifth. */
function leads(count: number, strength: number, seed: number) {
  const random = randomNumbers(seed);
  const truth = Float64Array.from(
    { length: count },
    () => -1.386 + strength * (2 * random() - 1) * Math.sqrt(3),
  );
  const labels = Uint8Array.from(truth, (z) => (random() < 1 / (1 + Math.exp(-z)) ? 1 : 0));
  return { truth, labels };
}

function shuffled(values: Float64Array, seed: number): Float64Array {
  const random = randomNumbers(seed);
  return Float64Array.from(
    [...values].map((v) => [random(), v] as const).sort((a, b) => a[0] - b[0]),
    ([, v]) => v,
  );
}

const tries = Array.from({ length: 40 }, (_, i) => i + 1);
const seen = (verdicts: boolean[]) => verdicts.filter(Boolean).length;

describe("judgeSignal", () => {
  test("sees a weak signal, AUC .58, in 3,000 leads", () => {
    const found = tries.map((seed) => {
      const { truth, labels } = leads(3_000, 0.29, seed);
      return judgeSignal(truth, labels).signal;
    });
    expect(seen(found)).toBeGreaterThanOrEqual(34);
  });

  test("sees a strong signal in 20 won and 20 lost leads", () => {
    const labels = Uint8Array.from({ length: 40 }, (_, i) => i % 2);
    const logOdds = Float64Array.from(labels, (y, i) => (y === 1 ? 1 : -1) * (i % 10 < 8 ? 1.4 : -1.4));
    expect(judgeSignal(logOdds, labels)).toMatchObject({ signal: true });
  });

  test.each([40, 400, 4_000])("sees none in %i leads whose scores belong to others", (count) => {
    const found = tries.map((seed) => {
      const { truth, labels } = leads(count, 0.3, seed);
      return judgeSignal(shuffled(truth, seed + 99), labels).signal;
    });
    expect(seen(found)).toBeLessThanOrEqual(2);
  });

  test("the base rate itself is no signal, and neither gains nor loses much", () => {
    const { labels, truth } = leads(1_000, 0, 1);
    const rate = labels.reduce((sum, y) => sum + y, 0) / labels.length;
    const verdict = judgeSignal(truth.fill(Math.log(rate / (1 - rate))), labels);
    expect(verdict.signal).toBe(false);
    expect(Math.abs(verdict.gain)).toBeLessThan(0.001);
    expect(verdict.sentence).toMatch(/^The data cannot tell leads apart \(log loss 0\.\d{4} against/);
  });

  test("figures agree with each other and survive storage", () => {
    const { truth, labels } = leads(2_000, 1, 3);
    const verdict = judgeSignal(truth, labels);
    expect(verdict.gain).toBeCloseTo(verdict.baseLogLoss - verdict.logLoss, 12);
    expect(verdict.low).toBeLessThan(verdict.gain);
    expect(verdict.high - verdict.gain).toBeCloseTo(verdict.gain - verdict.low, 12);
    expect(signalVerdict.parse(JSON.parse(JSON.stringify(verdict)))).toEqual(verdict);
  });

  test.each<[string, number[], number[]]>([
    ["no leads", [], []],
    ["one lead", [1], [1]],
    ["one outcome only", [2, 2, 2], [1, 1, 1]],
    [
      "infinities and no numbers",
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, 0],
      [1, 0, 1, 0],
    ],
  ])("bad input: %s", (_, logOdds, labels) => {
    const verdict = judgeSignal(Float64Array.from(logOdds), Uint8Array.from(labels));
    expect(Object.values(verdict).filter((v) => typeof v === "number" && !Number.isFinite(v))).toEqual([]);
    expect(verdict.sentence).not.toContain("NaN");
  });
});
