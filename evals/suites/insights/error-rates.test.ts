import { describe, expect, test } from "vitest";
import { measureErrorRates } from "./error-rates.ts";
import { measureForecastCoverage } from "./forecast-coverage.ts";
import { drawer } from "./made-series.ts";

describe("draws", () => {
  test.each([
    ["Poisson, few", 3, 3, (draw: ReturnType<typeof drawer>) => draw.poisson(3)],
    ["Poisson, many", 200, 200, (draw: ReturnType<typeof drawer>) => draw.poisson(200)],
    ["negative binomial", 10, 30, (draw: ReturnType<typeof drawer>) => draw.negativeBinomial(10, 5)],
    ["gamma", 1, 2, (draw: ReturnType<typeof drawer>) => draw.gamma(0.5)],
    ["normal", 0, 1, (draw: ReturnType<typeof drawer>) => draw.normal()],
  ])("%s: the mean and the variance that it should have", (_, mean, variance, one) => {
    const draw = drawer(3);
    const values = Array.from({ length: 20_000 }, () => one(draw));
    const seen = values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = values.reduce((sum, value) => sum + (value - seen) ** 2, 0) / values.length;
    expect(Math.abs(seen - mean)).toBeLessThan(4 * Math.sqrt(variance / values.length));
    expect(Math.abs(spread / variance - 1)).toBeLessThan(0.15);
  });
});

test("nothing is called something no more often than it may", () => {
  const rates = measureErrorRates({ draws: 200, lengths: [40] });
  expect(new Set(rates.map(({ test: name }) => name)).size).toBe(6);
  for (const rate of rates) {
    const { tests, at05, at01, at001 } = rate;
    expect(at05, JSON.stringify(rate)).toBeLessThan(0.05 + 4 * Math.sqrt(0.0475 / tests) + 0.02);
    expect(at01, JSON.stringify(rate)).toBeLessThan(0.01 + 4 * Math.sqrt(0.0099 / tests) + 0.01);
    expect(at001, JSON.stringify(rate)).toBeLessThan(0.001 + 4 * Math.sqrt(0.001 / tests) + 0.003);
  }
  const mean = rates.reduce((sum, { at05 }) => sum + at05, 0) / rates.length;
  expect(mean).toBeGreaterThan(0.01);
}, 120_000);

test("forecasts hold on values held back", () => {
  const found = measureForecastCoverage({ seriesPerKind: 4 });
  const mean = (of: (one: (typeof found)[number]) => number) =>
    found.reduce((sum, one) => sum + of(one), 0) / found.length;
  expect(mean(({ coverage }) => coverage)).toBeGreaterThan(0.85);
  expect(mean(({ coverage }) => coverage)).toBeLessThan(0.97);
  expect(mean(({ errorRatio }) => errorRatio)).toBeLessThan(1);
});
