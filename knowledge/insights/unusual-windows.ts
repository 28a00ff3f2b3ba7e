import type { SeriesPoint } from "#core/domain/series.ts";
import { robustVariance } from "../statistics/anomalies/robust-variance.ts";
import { studentTwoSided } from "../statistics/distributions/two-sided.ts";
import { weekdayOf } from "./buckets.ts";
import { sum } from "./levels.ts";

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
const fewestWindows = 20;
const z90 = 1.6448536;

/**
 * Holds stretches of a daily count against the same weekdays of the three weeks before and behind, so that a burst that no single
 * day shows is seen, while neither weekdays nor a slow drift are taken for one. How much such stretches differ from theirs anyway
 * is measured on all of them, robustly, so that bursts, levels that differ from day to day and their lasting are allowed for.
 * The difference is taken on square roots and on logarithms, and the larger p counts: skewed counts have a heavy tail on one of them.
 * @returns windows that stand out at all, and how many were looked at.
 */
export function unusualWindows(points: readonly SeriesPoint[]): { looks: number; found: UnusualWindow[] } {
  const values = points.map(({ value }) => value);
  const found: UnusualWindow[] = [];
  let looks = 0;
  for (const days of lengths) {
    const windows = points.flatMap(({ at }, from) => windowOf(values, { from, days, at }));
    if (windows.length < fewestWindows) continue;
    const own = windows.filter(({ at }) => days !== 7 || weekdayOf(at) === 0);
    looks += own.length;
    // Windows that overlap tell less than as many that do not.
    const freedom = (1.5 * windows.length) / days;
    const scales = [Math.sqrt, Math.log].map((scale) => {
      const differences = (window: Window) => scale(window.value + half) - scale(window.expected + half);
      return { differences, deviation: Math.sqrt(robustVariance(windows.map(differences))) };
    });
    for (const window of own) {
      const ps = scales.map(({ differences, deviation }) =>
        studentTwoSided(differences(window) / deviation, freedom),
      );
      const reach = z90 * (scales[1]?.deviation ?? 0);
      const ratio = (window.value + half) / (window.expected + half);
      const [low, high] = [ratio * Math.exp(-reach), ratio * Math.exp(reach)];
      const p = Math.max(...ps);
      if (p < worthTelling) found.push({ ...window, low, high, p });
    }
  }
  return { looks, found };
}

const half = 0.5;
/** Multiplied by how many were looked at, no larger p could be told. */
const worthTelling = 0.01;

interface Window {
  at: string;
  days: number;
  value: number;
  expected: number;
}

function windowOf(
  values: readonly (number | null)[],
  { from, days, at }: { from: number; days: number; at: string },
) {
  const own = values.slice(from, from + days);
  if (own.length < days || own.includes(null)) return [];
  const shifts = Array.from({ length: weeksAround }, (_, index) => 7 * (index + 1)).flatMap((shift) => [
    -shift,
    shift,
  ]);
  const others = own.flatMap((_, index) => shifts.flatMap((shift) => values[from + index + shift] ?? []));
  const expected = (days * sum(others)) / Math.max(1, others.length);
  if (others.length < weeksAround * days || expected < leastExpected) return [];
  return [{ at, days, value: sum(own.flatMap((value) => value ?? [])), expected }];
}
