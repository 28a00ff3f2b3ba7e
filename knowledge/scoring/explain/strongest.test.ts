import { expect, test } from "vitest";
import { randomNumbers } from "../training/synthetic-leads.ts";
import { strongest } from "./strongest.ts";

const random = randomNumbers(3);
const values = Float64Array.from({ length: 60 }, () => Math.round(20 * random() - 10) / 10);
const names = Array.from(values, (_, i) => `name ${(i * 37) % 60}`);
const sorted = [...values.keys()].sort(
  (a, b) =>
    Math.abs(values[b] ?? 0) - Math.abs(values[a] ?? 0) || ((names[a] ?? "") < (names[b] ?? "") ? -1 : 1),
);

test.each([0, 1, 8, 59, 60, 100])("the strongest %d are those that sorting all would put first", (count) => {
  expect(strongest(values, names, count)).toEqual(sorted.slice(0, count));
});
