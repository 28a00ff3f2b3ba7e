import { describe, expect, test } from "vitest";
import { anomalies } from "./anomalies.ts";
import { changePoint } from "./change-point.ts";
import { compareCounts } from "./compare-counts.ts";
import { compareSamples } from "./compare-samples.ts";
import { forecast } from "./forecast.ts";
import { mannKendall } from "./mann-kendall.ts";
import { seasonality } from "./seasonality.ts";
import { theilSen } from "./theil-sen.ts";

type Values = (number | null)[];

const odd: [string, (at: number, length: number) => number | null][] = [
  ["nothing known", () => null],
  ["no numbers", (at) => (at % 2 ? Number.NaN : Number.POSITIVE_INFINITY)],
  ["one value over and over", () => 5],
  ["nothing but zeros", () => 0],
  ["zeros and one value at the end", (at, length) => (at === length - 1 ? 9 : 0)],
  ["every other one unknown", (at) => (at % 2 ? null : at % 5)],
  ["one weekday only", (at) => (at % 7 === 3 ? at : null)],
  ["huge, of both signs", (at) => (at % 3 ? 1 : -1) * 1e99 * (at + 1)],
  ["tiny, of both signs", (at) => (at % 3 ? 1 : -1) * 1e-300 * (at + 1)],
  ["negative", (at) => -((at * at) % 17)],
  ["explosive", (at) => Math.exp(Math.min(200, at))],
];
const lengths = [0, 1, 2, 3, 8, 13, 20, 29, 60];

const analyses: [string, (values: Values, season: number) => unknown][] = [
  [
    "anomalies",
    (values, season) => [anomalies(values, { season }), anomalies(values, { season, counts: true })],
  ],
  ["changePoint", (values, season) => changePoint(values, { season })],
  ["mannKendall", (values, season) => mannKendall(values, { season })],
  ["theilSen", (values, season) => theilSen(values, { season })],
  ["seasonality", (values, season) => seasonality(values, season)],
  ["compareCounts", (values, season) => compareCounts(values, values.toReversed(), { season })],
  ["compareSamples", (values) => compareSamples(values.map(Number), values.map(Number).toReversed())],
  ["forecast", (values, season) => forecast(values, { season, horizon: 4 })],
];

describe.each(analyses)("%s", (_, analyse) => {
  test.each(odd)("answers %s, at any length, with numbers or not at all", (_name, valueAt) => {
    for (const length of lengths) {
      const values = Array.from({ length }, (_, at) => valueAt(at, length));
      for (const season of [1, 7, 12]) {
        const answer = analyse(values, season);
        expect(unusable(answer), `length ${length}, season ${season}`).toEqual([]);
        expect(analyse(values, season)).toEqual(answer);
      }
    }
  });
});

test("too short a series is not judged", () => {
  for (const values of [[], [1], [1, 2], [1, 5, 2]]) {
    expect(analyses.map(([, analyse]) => analyse(values, 1)).filter((answer) => answer !== null)).toEqual([
      [[], []],
      ...(values.length < 3 ? [] : [expect.objectContaining({ ratio: 1 })]),
      { tooFew: expect.stringContaining("are needed") },
    ]);
  }
});

/** Numbers that cannot be stored or drawn. */
function unusable(answer: unknown): number[] {
  if (typeof answer === "number") return Number.isFinite(answer) ? [] : [answer];
  return answer !== null && typeof answer === "object" ? Object.values(answer).flatMap(unusable) : [];
}
