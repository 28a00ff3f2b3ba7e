import { expect, test } from "vitest";
import { parseNumber, splitUnit } from "./number-cells.ts";

test.each([
  ["0", "plain", 0],
  ["-12.5", "plain", -12.5],
  [".5", "plain", 0.5],
  ["1e3", "plain", 1000],
  ["5191", "point", 5191],
  ["1,234,567.5", "point", 1234567.5],
  ["1'234.5", "point", 1234.5],
  ["1.234,5", "comma", 1234.5],
  ["1 234,5", "comma", 1234.5],
  ["0,25", "comma", 0.25],
] as const)("reads %s as %s", (cell, notation, value) => {
  expect(parseNumber(cell, notation)).toBe(value);
});

test.each([
  ["00123", "plain"],
  ["+4930123456", "plain"],
  ["12,34", "point"],
  ["1,234", "plain"],
  ["12345678901234567890", "plain"],
  ["1-2", "plain"],
  [".", "plain"],
  ["", "plain"],
  ["Infinity", "plain"],
  ["0x10", "plain"],
] as const)("%s is no number in %s notation", (cell, notation) => {
  expect(parseNumber(cell, notation)).toBeUndefined();
});

test.each([
  ["$1,200", { number: "1,200", unit: "$" }],
  ["-€5", { number: "-5", unit: "€" }],
  ["12.5 %", { number: "12.5", unit: "%" }],
  ["USD 9", { number: "9", unit: "USD" }],
  ["12", undefined],
])("splits %s", (cell, expected) => {
  expect(splitUnit(cell)).toEqual(expected);
});
