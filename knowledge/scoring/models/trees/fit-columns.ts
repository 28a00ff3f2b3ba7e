import type { DroppedColumn } from "../../encode/column.ts";
import { type ColumnProfile, profileColumn } from "../../encode/profile-column.ts";
import { isActivityFeature } from "../../features/activity.ts";
import type { FeatureRow } from "../../features/feature.ts";
import { absentValue } from "../../features/sparse.ts";
import { fitThresholds } from "./fit-thresholds.ts";
import { finiteOrNull, maxBins, type TreeColumn } from "./tree-column.ts";

const maxActivities = 30;

/** As many bins in all as a table of 128 columns has at most. */
const manyBins = 2 ** 15;

interface Limits {
  rows: number;
  /** Thresholds of a number. */
  most: number;
}

/** Fewer leads than this do not earn a bin of their own. */
export function fewestInBin(rows: number): number {
  return Math.max(5, Math.ceil(rows * 0.0005));
}

/** Decides from the training rows, without their outcomes, how each feature falls into bins; by name, in its order. */
export function fitColumns(rows: readonly FeatureRow[]): {
  columns: TreeColumn[];
  dropped: DroppedColumn[];
} {
  const columns: TreeColumn[] = [];
  const dropped: DroppedColumn[] = [];
  const { names, rare } = namesOf(rows);
  const limits = { rows: rows.length, most: mostThresholds(rows.length, names.length) };
  for (const name of rare)
    dropped.push({ name, reason: `not among the ${maxActivities} commonest activities` });
  for (const source of names) {
    const absent = absentValue(source);
    const profile = profileColumn(rows.map((row) => finiteOrNull(row[source] ?? absent)));
    const fitted = fitColumn(source, profile, limits);
    if (typeof fitted === "string") dropped.push({ name: source, reason: fitted });
    else columns.push(fitted);
  }
  return { columns, dropped };
}

function namesOf(rows: readonly FeatureRow[]): { names: string[]; rare: string[] } {
  const seen = new Map<string, number>();
  for (const row of rows) for (const name in row) seen.set(name, (seen.get(name) ?? 0) + 1);
  const activities = [...seen].filter(([name]) => isActivityFeature(name));
  activities.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const rare = activities.slice(maxActivities).map(([name]) => name);
  const left = new Set(rare);
  return { names: [...seen.keys()].filter((name) => !left.has(name)).sort(), rare };
}

/** The column's bins, or why it has none. */
function fitColumn(source: string, profile: ColumnProfile, { rows, most }: Limits): TreeColumn | string {
  const { kind, counts, numbers, missing } = profile;
  if (kind === "empty") return "no lead has a value";
  if (kind === "boolean") return { kind, source };
  if (kind === "number" || kind === "text") {
    const thresholds = fitThresholds(Float64Array.from(numbers).sort(), most);
    return { kind: "number", source, text: kind === "text", thresholds };
  }
  const known = rows - missing;
  if (counts.size > Math.max(20, known / 5)) return `${counts.size} different values in ${known} leads`;
  return { kind, source, levels: frequentLevels(counts, fewestInBin(rows)) };
}

/** On few leads and many columns bins are what takes time: four leads a bin are enough there, as a leaf needs more. */
function mostThresholds(rows: number, columns: number): number {
  return Math.min(maxBins - 2, Math.max(rows >> 2, Math.floor(manyBins / columns)));
}

function frequentLevels(counts: ReadonlyMap<string, number>, fewest: number): string[] {
  const frequent = [...counts].filter(([, count]) => count >= fewest);
  frequent.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return frequent
    .slice(0, maxBins - 2)
    .map(([level]) => level)
    .sort();
}
