import { expect, test } from "vitest";
import { moment } from "../training/synthetic-leads.ts";
import { describeField, describeMeasure, describeNumber } from "./describe-value.ts";

test.each([
  [1234567, "1,234,567"],
  [-5228.1, "-5,228.1"],
  [0.1 + 0.2, "0.3"],
  [999, "999"],
])("%d reads %s", (value, text) => {
  expect(describeNumber(value)).toBe(text);
});

test.each([
  [null, "not known"],
  [true, "yes"],
  ["2026-05-29", "2026-05-29 (4 days ago)"],
  ["2026-06-03", "2026-06-03 (in 2 days)"],
  ["retail", "retail"],
  ["x ".repeat(60), "text of 120 characters"],
])("a field of %s reads %s", (value, text) => {
  expect(describeField(value, moment)).toBe(text);
});

test.each([
  [null, "days", "none yet"],
  [2.96, "days", "3"],
  [28.4, "days", "28"],
  [0.4, "share", "40 %"],
  [12, "count", "12"],
] as const)("a measure of %s %s reads %s", (value, unit, text) => {
  expect(describeMeasure(value, unit)).toBe(text);
});
