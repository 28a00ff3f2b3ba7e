import type { SeriesPoint } from "#core/domain/series.ts";
import { robustVariance } from "../statistics/anomalies/robust-variance.ts";
import { studentTwoSided } from "../statistics/distributions/two-sided.ts";
import { weekdayOf } from "./buckets.ts";
import { medianOf, sum } from "./levels.ts";

/** Days in a row whose sum is unlike that of the days around them. */
export interface UnusualWindow {
  /** Its first day. */
  at: string;
  days: number;
  value: number;
  expected: number;
  /** 90 % interval of the ratio of the two. */
  low: number;
  high: number;
  p: number;
}

/** Calendar weeks, and four days in a row from any day. */
const lengths = [4, 7] as const;
/** Weeks on each side that a window is held against, same weekdays only. */
const weeksAround = 3;
/** Under so many expected events a window is not looked at: a few more or fewer would seem much. */
const leastExpected = 15;
const leastDays = 28;
/** Nearer to what is usual, in deviations of a Poisson count, nothing is tested: no p of it could matter. */
const worthTesting = 3;
const z90 = 1.6448536;

/**
 * Holds stretches of a daily count against the same weekdays of the three weeks before and behind, so that a burst that no single
 * day shows is seen, while neither weekdays nor a slow drift are taken for one. How far days lie from what is usual, and how long
 * they stay there, is measured on all other days, robustly; the distance on square roots, which even out the variance of counts.
 * @returns windows that stand out at all, and how many were looked at.
 */
export function unusualWindows(points: readonly SeriesPoint[]): { looks: number; found: UnusualWindow[] } {
  const values = points.map(({ value }) => value);
  const usual = usualDays(values);
  const windows = lengths.flatMap((days) =>
    points.flatMap(({ at }, from) =>
      days === 7 && weekdayOf(at) !== 0 ? [] : windowOf(values, usual, { from, days, at }),
    ),
  );
  const found = windows.flatMap((window) => {
    const { value, expected, days } = window;
    if (Math.abs(value - expected) < worthTesting * Math.sqrt(expected)) return [];
    const from = points.findIndex(({ at }) => at === window.at);
    const residuals = residualsOf(
      values.map((one, at) => (at >= from && at < from + days ? null : one)),
      { usual, from: from - 7 * weeksAround, to: from + days + 7 * weeksAround },
    );
    if (residuals.length < leastDays) return [];
    // Levels that differ from day to day tell more on busy days: quiet ones would make the window's seem steadier than they are.
    const busy = residuals
      .filter(({ level }) => level >= expected / days / 2)
      .map(({ distance: one }) => one);
    const all = residuals.map(({ distance: one }) => one);
    const dispersion = Math.max(1, robustVariance(all), robustVariance(busy));
    const deviation = Math.sqrt(dispersion * lasting(all, Math.sqrt(dispersion), days));
    const distance = (2 * (Math.sqrt(value + half) - Math.sqrt(expected + half))) / deviation;
    const reach = Math.exp((z90 * deviation) / Math.sqrt(expected));
    const p = studentTwoSided(distance, residuals.length / 2);
    return [{ ...window, low: value / expected / reach, high: (value / expected) * reach, p }];
  });
  return { looks: windows.length, found };
}

/** What was usual before values were left out, and the places in between which that may have changed. */
interface Before {
  usual: readonly (number | null)[];
  from: number;
  to: number;
}

/** How far days lie from what is usual, in deviations of a Poisson count; days that are not known are skipped. */
function residualsOf(
  values: readonly (number | null)[],
  before: Before,
): { level: number; distance: number }[] {
  const usual = before.usual.map((level, at) =>
    at >= before.from && at < before.to ? usualDay(values, at) : level,
  );
  return values.flatMap((value, at) => {
    const level = usual[at];
    return value === null || level === null || level === undefined
      ? []
      : [{ level, distance: (value - level) / Math.sqrt(level + half) }];
  });
}

/** How many times more the sum of so many days varies than that of independent ones, from the neighbours' correlation. */
function lasting(residuals: readonly number[], deviation: number, days: number): number {
  const drawnIn = residuals.map((value) => Math.min(2.5, Math.max(-2.5, value / deviation)));
  const square = sum(drawnIn.map((value) => value * value));
  const phi = Math.max(
    0,
    sum(drawnIn.slice(1).map((value, index) => value * (drawnIn[index] ?? 0))) / Math.max(1e-9, square),
  );
  const lags = Array.from({ length: days - 1 }, (_, index) => index + 1);
  return 1 + 2 * sum(lags.map((lag) => (1 - lag / days) * phi ** lag));
}

const half = 0.375;
interface Window {
  at: string;
  days: number;
  value: number;
  expected: number;
}

function windowOf(
  values: readonly (number | null)[],
  usual: readonly (number | null)[],
  { from, days, at }: { from: number; days: number; at: string },
): Window[] {
  const own = values.slice(from, from + days).flatMap((value) => value ?? []);
  const levels = usual.slice(from, from + days).flatMap((value) => value ?? []);
  const expected = sum(levels);
  if (own.length < days || levels.length < days || expected < leastExpected) return [];
  return [{ at, days, value: sum(own), expected }];
}

function usualDays(values: readonly (number | null)[]): (number | null)[] {
  return values.map((_, at) => usualDay(values, at));
}

const shifts = Array.from({ length: weeksAround }, (_, index) => 7 * (index + 1)).flatMap((shift) => [
  -shift,
  shift,
]);

/** The median of the same weekdays around a day, so that a burst among them moves it little; null where too few are known. */
function usualDay(values: readonly (number | null)[], at: number): number | null {
  const others = shifts.flatMap((shift) => values[at + shift] ?? []);
  return others.length < weeksAround ? null : medianOf(others);
}
