import { expect, test } from "vitest";
import { displayUnit } from "#knowledge/insights/display-unit.ts";
import { shownPoints } from "./shown-points.ts";

const day = (index: number) => new Date(Date.UTC(2026, 0, 5 + index)).toISOString().slice(0, 10);
const days = (length: number, at: (index: number) => { value: number | null; n: number }) =>
  Array.from({ length }, (_, index) => ({ label: day(index), ...at(index) }));
const counted = (length: number, from = 1) =>
  days(length, (index) => ({ value: from + (index % 7), n: from + (index % 7) }));
const trend = {
  id: "trend:x",
  analysis: "trend" as const,
  words: {},
  numbers: { first_level: 1, last_level: 1 },
};

test("days of a count whose levels are told by the week are summed to weeks, back from the last day", () => {
  const shown = shownPoints({ ...trend, points: counted(90) });
  expect(shown).toHaveLength(12);
  expect(shown[0]).toEqual({ label: day(6), value: 28 });
  expect(shown.at(-1)).toEqual({ label: day(83), value: 28 });
});

test.each([61, 62, 63, 90, 400])("%i days are shown in the unit that texts tell levels in", (length) => {
  const shown = shownPoints({ ...trend, points: counted(length) });
  const { times } = displayUnit("day", length);
  expect(shown).toHaveLength(Math.floor(length / times));
  expect(shown.at(-1)?.label).toBe(day(length - times));
});

test("weeks begin where a level changed, so that none holds both levels", () => {
  const points = days(80, (index) => ({ value: index < 38 ? 1 : 3, n: index < 38 ? 1 : 3 }));
  const shown = shownPoints({
    id: "step:x",
    analysis: "step",
    words: { at: day(38) },
    numbers: { before_level: 7, after_level: 21 },
    points,
  });
  expect(shown.map(({ value }) => value)).toEqual([...Array(5).fill(7), ...Array(6).fill(21)]);
  expect(shown[5]?.label).toBe(day(38));
});

test("a week with a day that is not known is not known", () => {
  const points = counted(70).map((point, index) => (index === 3 ? { ...point, value: null } : point));
  expect(shownPoints({ ...trend, points }).map(({ value }) => value)).toEqual([null, ...Array(9).fill(28)]);
});

test("rates are pooled: each bucket weighs what it rests on", () => {
  const points = days(70, (index) => (index % 7 === 0 ? { value: 0.5, n: 94 } : { value: 0, n: 1 }));
  const numbers = { first_share: 0.4, last_share: 0.4 };
  expect(shownPoints({ ...trend, numbers, points })[0]).toEqual({ label: day(0), value: 0.47, n: 100 });
});

test("medians are weighed by what they rest on", () => {
  const points = days(70, (index) => {
    if (index % 7 === 0) return { value: 2, n: 50 };
    return index % 7 === 1 ? { value: null, n: 0 } : { value: 40 + (index % 7), n: 4 };
  });
  const numbers = { first_hours: 2, last_hours: 2 };
  expect(shownPoints({ ...trend, numbers, points })[0]).toEqual({ label: day(0), value: 2, n: 70 });
});

test("many weeks are joined to means of a week", () => {
  const points = Array.from({ length: 124 }, (_, index) => ({
    label: day(7 * index),
    value: 10 + (index % 2),
    n: 10 + (index % 2),
  }));
  const shown = shownPoints({ ...trend, points });
  expect(shown).toHaveLength(62);
  expect(shown[0]).toEqual({ label: day(0), value: 10.5, n: 21 });
});

test("groups keep what they rest on, forecasts rest on nothing yet", () => {
  const group = {
    ...trend,
    analysis: "group" as const,
    points: [{ label: "Referral", value: 0.34567, n: 80 }],
  };
  expect(shownPoints(group)).toEqual([{ label: "Referral", value: 0.3457, n: 80 }]);
  const forecast = { ...trend, analysis: "forecast" as const, points: [{ label: day(0), value: 4, n: 0 }] };
  expect(shownPoints(forecast)).toEqual([{ label: day(0), value: 4 }]);
});

test.each([
  [7, 28],
  [4, 10],
])("%i days in a row that stand out stand beside the same days of other weeks", (length, value) => {
  const [at, points] = [day(14), counted(28 + length)];
  const shown = shownPoints({
    id: `spike:x:${at}:${length}days`,
    analysis: "spike",
    words: { at },
    numbers: { value_level: value },
    points,
  });
  expect(shown).toEqual([0, 7, 14, 21, 28].map((index) => ({ label: day(index), value })));
});
