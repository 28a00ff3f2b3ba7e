import { expect, test } from "vitest";
import { sigmoid } from "../models/moments.ts";
import { chooseStack, meanLogLoss, pooled } from "./choose-stack.ts";
import { randomNumbers } from "./synthetic-leads.ts";

/** Two candidates that each see one of two causes, and a third that sees nothing. */
function scene(count: number, causes: readonly [number, number], seed = 3) {
  const random = randomNumbers(seed);
  const normal = () => Math.sqrt(-2 * Math.log(random() || 1e-9)) * Math.cos(2 * Math.PI * random());
  const [a, b, noise] = [0, 1, 2].map(() => Float64Array.from({ length: count }, normal)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const labels = Uint8Array.from(a, (x, i) =>
    random() < sigmoid(causes[0] * x + causes[1] * (b[i] as number)) ? 1 : 0,
  );
  const candidates = [a, b, noise].map((outOfFold, i) => ({ kind: String(i), outOfFold }));
  return { candidates, labels };
}

test("weights add up to 1 and lower the log loss below each candidate's", () => {
  const { candidates, labels } = scene(4_000, [1, 1]);
  const weights = chooseStack(candidates, labels);
  expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12);
  expect(weights[0]).toBeGreaterThan(0.3);
  expect(weights[1]).toBeGreaterThan(0.3);
  expect(weights[2]).toBe(0);
  const stacked = meanLogLoss(pooled(candidates, weights), labels);
  for (const { outOfFold } of candidates) expect(stacked).toBeLessThan(meanLogLoss(outOfFold, labels));
});

test.each([
  ["the first alone", [1.5, 0] as const, 0],
  ["the second alone", [0, 1.5] as const, 1],
])("%s carries all where it alone knows", (_, causes, winner) => {
  const { candidates, labels } = scene(4_000, causes);
  expect(chooseStack(candidates, labels)[winner]).toBeGreaterThan(0.85);
});

test("a gain that chance would make leaves the plainest candidate alone", () => {
  const { candidates, labels } = scene(60, [1.2, 0]);
  const nearly = candidates[0]?.outOfFold.map((z, i) => z + (i % 7 === 0 ? 0.02 : 0)) ?? new Float64Array();
  const pair = [candidates[0] ?? { kind: "", outOfFold: nearly }, { kind: "copy", outOfFold: nearly }];
  expect([...chooseStack(pair, labels)]).toEqual([1, 0]);
});

test("one candidate has all the weight", () => {
  const { candidates, labels } = scene(50, [1, 1]);
  expect([...chooseStack(candidates.slice(0, 1), labels)]).toEqual([1]);
});
