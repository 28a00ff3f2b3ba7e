import type { SeriesPoint } from "#core/domain/series.ts";
import { compareCounts } from "../statistics/compare-counts.ts";
import { weekdayOf } from "./buckets.ts";
import { sum } from "./levels.ts";

/** Days in a row whose sum is unlike that of the days around them. */
export interface UnusualWindow {
  /** Its first day. */
  at: string;
  days: number;
  value: number;
  expected: number;
  /** 90 % interval of the ratio of the two; null where it has no bound. */
  low: number;
  high: number | null;
  p: number;
}

/** Calendar weeks, and four days in a row from any day. */
const lengths = [4, 7] as const;
/** Weeks on each side that a window is held against, same weekdays only. */
const weeksAround = 3;
/** Under so many expected events the tail of a normal test is not to be trusted. */
const leastExpected = 15;
/** Nearer to what is expected, in deviations of a Poisson count, nothing is tested: no p of it could matter. */
const worthTesting = 3;

/**
 * Holds stretches of a daily count against the same weekdays of the three weeks before and behind, so that a burst that no single
 * day shows is seen, while neither weekdays nor a slow drift are taken for one.
 * @returns windows that stand out at all, and how many were looked at.
 */
export function unusualWindows(points: readonly SeriesPoint[]): { looks: number; found: UnusualWindow[] } {
  const values = points.map(({ value }) => value);
  const windows = lengths.flatMap((days) =>
    points.flatMap(({ at }, from) =>
      days === 7 && weekdayOf(at) !== 0 ? [] : windowOf(values, { from, days, at }),
    ),
  );
  const found = windows.flatMap(({ own, others, ...window }): UnusualWindow[] => {
    if (Math.abs(window.value - window.expected) < worthTesting * Math.sqrt(window.expected)) return [];
    const test = compareCounts(own, others);
    return test ? [{ ...window, low: test.low, high: test.high, p: test.p }] : [];
  });
  return { looks: windows.length, found };
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
  return [{ at, days, value: sum(own.flatMap((value) => value ?? [])), expected, own, others }];
}
