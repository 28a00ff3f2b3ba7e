import { z } from "zod";
import { quantile } from "../encode/quantile.ts";
import type { FeatureValue } from "../features/feature.ts";
import { rangeEnds, rangeOf } from "./cells.ts";

const bin = {
  /** The feature's name in a row. */
  source: z.string(),
  /** Leads by bin: of a number missing, no number, then each range; of a category missing, other, then each level. */
  counts: z.array(z.number().int()),
};

const numberBins = z.object({
  kind: z.literal("number"),
  ...bin,
  /** Largest value of each range, ascending. */
  ends: z.array(z.number()),
  /** A date, in days before the moment: its ranges count from the leads' middle date. */
  date: z.boolean(),
});

const categoryBins = z.object({ kind: z.literal("category"), ...bin, levels: z.array(z.string()) });

/** How one feature was spread over leads, in at most 40 bins. Levels and ranges are customers' data. */
export const featureBins = z.discriminatedUnion("kind", [numberBins, categoryBins]);
export type FeatureBins = z.infer<typeof featureBins>;

/** Bins before ranges or levels. */
export const firstBin = 2;
/** A number's ranges: tenths, and values that a tenth of the leads share by themselves. */
const ranges = 10;
const mostLevels = 38;
const majority = 0.95;

type Values = readonly (FeatureValue | undefined)[];

/** Divides a feature's values into bins and counts the leads in each. */
export function binsOf(source: string, values: Values, date: boolean): FeatureBins {
  const numbers = finite(values);
  const present = values.reduce<number>((n, value) => (isMissing(value) ? n : n + 1), 0);
  if (numbers.length > 0 && numbers.length >= majority * present) {
    const middle = date ? quantile(numbers, 0.5) : 0;
    const ends = Array.from(
      rangeEnds(
        numbers.map((v) => v - middle),
        ranges,
      ),
    );
    return counted({ kind: "number", source, ends, date, counts: [] }, values);
  }
  return counted({ kind: "category", source, levels: commonLevels(values), counts: [] }, values);
}

/** The same bins with other leads in them. Dates are taken from those leads' own middle date. */
export function counted<Bins extends FeatureBins>(bins: Bins, values: Values): Bins {
  const places = bins.kind === "number" ? bins.ends.length : bins.levels.length;
  const counts = new Array<number>(firstBin + places).fill(0);
  const placeOf = bins.kind === "number" ? rangePlace(bins, values) : levelPlace(bins.levels);
  for (const value of values) {
    const place = isMissing(value) ? 0 : placeOf(value as FeatureValue);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return { ...bins, counts };
}

function rangePlace({ ends, date }: z.infer<typeof numberBins>, values: Values) {
  const middle = date ? quantile(finite(values), 0.5) : 0;
  const uppers = Float64Array.from(ends);
  return (value: FeatureValue) =>
    typeof value === "number" ? firstBin + rangeOf(uppers, value - middle) : 1;
}

function levelPlace(levels: readonly string[]) {
  const places = new Map(levels.map((level, i) => [level, firstBin + i]));
  return (value: FeatureValue) => places.get(String(value)) ?? 1;
}

function commonLevels(values: Values): string[] {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (!isMissing(value)) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  }
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  // Levels of a lead or two come and go by themselves.
  return ordered
    .slice(0, mostLevels)
    .filter(([, n]) => n >= Math.max(3, 0.002 * values.length))
    .map(([level]) => level);
}

function isMissing(value: FeatureValue | undefined): boolean {
  return value === null || value === undefined || (typeof value === "number" && !Number.isFinite(value));
}

/** Finite numbers, ascending. */
function finite(values: Values): Float64Array {
  return Float64Array.from(
    values.filter((v) => typeof v === "number" && Number.isFinite(v)) as number[],
  ).sort();
}
