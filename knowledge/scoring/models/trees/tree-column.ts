import { z } from "zod";
import type { FeatureRow, FeatureValue } from "../../features/feature.ts";
import { absentValue } from "../../features/sparse.ts";

/** Bins that a column may have at most; a set of them fits into `binWords` words of 32 bits. */
export const maxBins = 255;
export const binWords = 8;

const numberBins = z.object({
  kind: z.literal("number"),
  source: z.string(),
  /** True when the number is the length of a text. */
  text: z.boolean(),
  /** Ascending; bin b holds the values above threshold b − 1 and up to threshold b. */
  thresholds: z.array(z.number()).max(maxBins - 2),
});

const categoryBins = z.object({
  kind: z.literal("category"),
  source: z.string(),
  /** One bin each; all other levels, rare ones and those that training never met, share the bin after them. */
  levels: z.array(z.string()).max(maxBins - 2),
});

const booleanBins = z.object({ kind: z.literal("boolean"), source: z.string() });

/** How a feature's values fall into bins. The last bin is for missing values, whatever the kind. */
export const treeColumn = z.discriminatedUnion("kind", [numberBins, categoryBins, booleanBins]);
export type TreeColumn = z.infer<typeof treeColumn>;

/** Bins of values that a known value can fall into; what lies behind them is pooled or missing. */
export function knownBins(column: TreeColumn): number {
  if (column.kind === "number") return column.thresholds.length + 1;
  return column.kind === "category" ? column.levels.length : 2;
}

/** All bins of a column: those of known values, the pool of a category, and the bin of missing values. */
export function binCount(column: TreeColumn): number {
  return knownBins(column) + (column.kind === "category" ? 2 : 1);
}

/** Makes the function that finds a row's bin, 0 … binCount − 1. Numbers that are not finite count as missing. */
export function binReader(column: TreeColumn): (row: FeatureRow) => number {
  const { source } = column;
  const absent = absentValue(source);
  const bin = valueReader(column);
  return (row) => bin(row[source] ?? absent);
}

/** What the trees see of a value: like null, a number that is not finite says nothing. */
export function finiteOrNull(value: FeatureValue): FeatureValue {
  return typeof value === "number" && !Number.isFinite(value) ? null : value;
}

function valueReader(column: TreeColumn): (value: FeatureValue) => number {
  const missing = binCount(column) - 1;
  if (column.kind === "boolean") return (value) => (typeof value === "boolean" ? Number(value) : missing);
  if (column.kind === "category") {
    const bins = new Map(column.levels.map((level, bin) => [level, bin]));
    const pool = column.levels.length;
    return (value) => (finiteOrNull(value) === null ? missing : (bins.get(String(value)) ?? pool));
  }
  const thresholds = Float64Array.from(column.thresholds);
  if (column.text) {
    return (value) => (finiteOrNull(value) === null ? missing : binOf(String(value).length, thresholds));
  }
  return (value) => {
    return typeof value === "number" && Number.isFinite(value) ? binOf(value, thresholds) : missing;
  };
}

/** The first threshold that is not below the value, by bisection. */
function binOf(value: number, thresholds: Float64Array): number {
  let low = 0;
  let high = thresholds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (thresholds[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
