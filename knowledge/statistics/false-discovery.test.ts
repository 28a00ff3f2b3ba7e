import { expect, test } from "vitest";
import { benjaminiHochberg } from "./benjamini-hochberg.ts";
import { evidence } from "./evidence.ts";

test("q values are those of Benjamini and Hochberg's own example", () => {
  // Section 3.2 of the paper: at .05 the first four of fifteen are discoveries.
  const ps = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ];
  const qs = benjaminiHochberg(ps);
  expect(qs.filter((q) => q <= 0.05)).toHaveLength(4);
  expect(qs[0]).toBeCloseTo(0.0015, 12);
  expect(qs[3]).toBeCloseTo(0.035625, 12);
  // 15 × .0298 / 7 is smaller than 15 × .0278 / 6, so that both have it.
  expect(qs[5]).toBeCloseTo((0.0298 * 15) / 7, 12);
  expect(qs[4]).toBeCloseTo(0.0603, 12);
  expect(qs[14]).toBe(1);
});

test("order and what is no number do not matter", () => {
  const ps = [0.04, 0.001, Number.NaN, 0.03];
  expect(benjaminiHochberg(ps)).toEqual([0.16 / 3, 0.004, 1, 0.16 / 3]);
  expect(benjaminiHochberg([])).toEqual([]);
});

test.each([
  // Sellke, Bayarri & Berger 2001, table 1: least conditional error 1 − evidence.
  [0.1, 0.385],
  [0.05, 0.289],
  [0.01, 0.111],
  [0.005, 0.067],
  [0.001, 0.0184],
])("of p %d the least probability of nothing is %d", (p, least) => {
  expect(1 - evidence(p)).toBeCloseTo(least, 3);
});

test("evidence stays between none and just below certain", () => {
  expect([evidence(1), evidence(0.4), evidence(Number.NaN)]).toEqual([0.5, 0.5, 0.5]);
  expect(evidence(0)).toBeLessThan(1);
  expect(evidence(1e-300)).toBeLessThan(1);
});
