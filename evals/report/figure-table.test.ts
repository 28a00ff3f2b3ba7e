import { describe, expect, test } from "vitest";
import { allHold, atLeast, atMost, type Figure, figureTable, verdictOf, within } from "./figure-table.ts";

const figure = (value: number | null, target?: Figure["target"]): Figure => ({
  name: "speed",
  value,
  unit: "s",
  target,
});

describe("verdicts", () => {
  test.each([
    [1, atMost(1), "holds"],
    [1.1, atMost(1), "MISSED"],
    [0.9, atLeast(1), "MISSED"],
    [Number.NaN, atLeast(1), "MISSED"],
    [87, within(87, 93), "holds"],
    [93.1, within(87, 93), "MISSED"],
    [null, atMost(1), "missing"],
    [2, undefined, ""],
  ])("%d against %o: %s", (value, target, expected) => {
    expect(verdictOf(figure(value, target))).toBe(expected);
  });
});

test("what is missing counts as missed", () => {
  expect(allHold([figure(1, atMost(1)), figure(3)])).toBe(true);
  expect(allHold([figure(1, atMost(1)), figure(null, atMost(1))])).toBe(false);
});

test("a line a figure", () => {
  expect(figureTable([figure(1.23456, atMost(1)), figure(null, atLeast(2))])).toBe(
    "speed  1.235 s       ≤ 1          MISSED\nspeed  missing       ≥ 2          missing",
  );
});
