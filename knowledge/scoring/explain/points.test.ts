import { expect, test } from "vitest";
import { sigmoid } from "../models/moments.ts";
import { randomNumbers } from "../training/synthetic-leads.ts";
import { baseRateFactor, type Reason, weighFactors } from "./points.ts";

const reason = (name: string, contribution: number): Reason => ({
  name,
  value: "3",
  contribution,
  evidence: ["m1"],
});
const random = randomNumbers(9);

test.each([0, 1, 5, 40])("the points of %d reasons add up to the score", (count) => {
  for (const scale of [1e-9, 1e-3, 1, 6]) {
    const reasons = Array.from({ length: count }, (_, i) => reason(`r${i}`, scale * (random() - 0.5)));
    const factors = weighFactors([reason(baseRateFactor, -2), ...reasons]);
    const logOdds = reasons.reduce((sum, { contribution }) => sum + contribution, -2);
    const points = factors.reduce((sum, factor) => sum + factor.points, 0);
    expect(Math.abs(points - 100 * sigmoid(logOdds))).toBeLessThan(1e-9);
  }
});

test("sorts by strength, the base rate last, and says which way each works and how much", () => {
  const factors = weighFactors([
    reason(baseRateFactor, -1),
    reason("small", 0.001),
    reason("against", -0.5),
    reason("for", 2),
  ]);
  expect(factors.map(({ name, effect, impact }) => [name, effect, impact])).toEqual([
    ["for", "raises", "HIGH"],
    ["against", "lowers", "MEDIUM"],
    ["small", "neutral", "LOW"],
    ["base rate", "neutral", "LOW"],
  ]);
  expect(factors.map(({ points }) => Math.sign(points))).toEqual([1, -1, 1, 1]);
  expect(factors[0]?.weight).toBeCloseTo(2 / 2.501, 12);
  expect(factors.at(-1)).toMatchObject({ weight: 0, points: 100 * sigmoid(-1) });
});

test("reasons that cancel out keep their sizes", () => {
  const [up, down] = weighFactors([reason("up", 1), reason("down", -1), reason(baseRateFactor, 0)]);
  expect([up?.points, down?.points]).toEqual([expect.closeTo(-25, 5), expect.closeTo(25, 5)]);
});
