import type { Analysis, Finding } from "#core/domain/insight.ts";
import type { Grain, SeriesPoint } from "#core/domain/series.ts";
import { bucketName } from "./buckets.ts";
import type { Tested, TooFew } from "./subjects.ts";

/** Buckets that a series must have before anything is said of its course. */
export const leastBuckets = 12;

/** Why a series cannot be tested; undefined when it can. */
export function seriesTooShort(
  analysis: Analysis,
  points: readonly SeriesPoint[],
): Pick<TooFew, "analysis" | "reason"> | undefined {
  const values = points.flatMap(({ value }) => value ?? []);
  if (values.length < leastBuckets) {
    const reason = `${values.length} buckets of the period have a value; ${leastBuckets} are needed`;
    return { analysis, reason };
  }
  if (values.every((value) => value === values[0])) {
    return { analysis, reason: "every bucket of the period has the same value" };
  }
  return undefined;
}

export function tooFew(reason: TooFew): Tested {
  return { tests: 0, findings: [], tooFew: [reason] };
}

/** The numbers that are: a finding states no number that is not known. */
export function known(numbers: Record<string, number | null | undefined>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(numbers).flatMap(([key, value]) =>
      typeof value === "number" && Number.isFinite(value) ? [[key, value]] : [],
    ),
  );
}

/** By what share a value differs from another; null where there is nothing to compare with. */
export function relative(value: number, base: number): number | null {
  return base > 0 && Number.isFinite(value) ? value / base - 1 : null;
}

export function directionOf(difference: number): Finding["direction"] {
  return difference > 0 ? "up" : difference < 0 ? "down" : "none";
}

/** The points that show a finding over time. */
export function shownPoints(points: readonly SeriesPoint[]): Finding["points"] {
  return points.map(({ at, value, n }) => ({ label: at, value, n }));
}

/** The first and last bucket, as a text may name them. */
export function spanWords(points: readonly SeriesPoint[], grain: Grain): Record<string, string> {
  const [first, last] = [points[0], points.at(-1)];
  return first && last ? { first: bucketName(first.at, grain), last: bucketName(last.at, grain) } : {};
}
