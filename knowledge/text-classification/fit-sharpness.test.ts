import { expect, test } from "vitest";
import { fitSharpness } from "./fit-sharpness.ts";

test.each([0.6, 0.75, 0.9])("margins that are right in %f of the texts become that chance", (share) => {
  const judged = Array.from({ length: 1_000 }, (_, i) => ({
    margins: Float64Array.of(0.5, -0.5),
    target: i < share * 1_000 ? 0 : 1,
  }));
  const sharpness = fitSharpness(judged);
  expect(1 / (1 + Math.exp(-sharpness))).toBeCloseTo(share, 2);
});

test("margins that are never wrong stay within bounds, and none at all give a middle", () => {
  expect(fitSharpness([{ margins: Float64Array.of(1, -1), target: 0 }])).toBeLessThanOrEqual(40);
  expect(fitSharpness([])).toBe(4);
});
