import { isActivityFeature } from "../features/activity.ts";
import type { FeatureRow, FeatureValue } from "../features/feature.ts";
import { absentValue } from "../features/sparse.ts";
import type { ColumnEncoding, DroppedColumn, Unplaced } from "./column.ts";
import { fitCategory } from "./fit-category.ts";
import { fitNumber } from "./fit-number.ts";
import { type ColumnProfile, profileColumn } from "./profile-column.ts";

/** Columns beyond which the Newton steps would take longer than a user waits. */
const maxColumns = 256;
const maxActivities = 30;

export interface Encoding {
  columns: readonly ColumnEncoding[];
  /** Width of the design matrix with its intercept. */
  width: number;
  dropped: readonly DroppedColumn[];
}

interface Detail {
  knots: number;
  maxLevels: number;
}

/**
 * Decides from the training rows alone, without their outcomes, how each feature becomes columns.
 * @param knots most knots of a number's piecewise-linear basis; under 3 means straight lines only.
 */
export function fitEncoding(rows: readonly FeatureRow[], knots: number): Encoding {
  const dropped: DroppedColumn[] = [];
  const profiles = profileAll(rows, dropped);
  // With very many features the detail of each goes first, then the features least often known.
  for (const detail of [
    { knots, maxLevels: 50 },
    { knots: knots >> 1, maxLevels: 50 },
    { knots: knots >> 2, maxLevels: 25 },
    { knots: 0, maxLevels: 12 },
  ]) {
    const encoding = place(profiles, detail, rows.length, [...dropped]);
    if (encoding.width <= maxColumns) return encoding;
  }
  return place(profiles, { knots: 0, maxLevels: 12 }, rows.length, dropped, maxColumns);
}

function profileAll(rows: readonly FeatureRow[], dropped: DroppedColumn[]): Map<string, ColumnProfile> {
  const seen = new Map<string, number>();
  for (const row of rows) for (const name in row) seen.set(name, (seen.get(name) ?? 0) + 1);
  const activities = [...seen].filter(([name]) => isActivityFeature(name));
  activities.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const rare = new Set(activities.slice(maxActivities).map(([name]) => name));
  const profiles = new Map<string, ColumnProfile>();
  for (const name of [...seen.keys()].sort()) {
    if (rare.has(name)) dropped.push({ name, reason: `not among the ${maxActivities} commonest activities` });
    else profiles.set(name, profileColumn(columnOf(rows, name)));
  }
  return profiles;
}

function columnOf(rows: readonly FeatureRow[], name: string): FeatureValue[] {
  const absent = absentValue(name);
  return rows.map((row) => row[name] ?? absent);
}

function place(
  profiles: ReadonlyMap<string, ColumnProfile>,
  detail: Detail,
  rows: number,
  dropped: DroppedColumn[],
  limit = Number.POSITIVE_INFINITY,
): Encoding {
  const columns: ColumnEncoding[] = [];
  let width = 1;
  for (const [source, profile] of byCoverage(profiles, limit)) {
    const fitted = fitColumn(profile, detail, rows);
    if (typeof fitted === "string") dropped.push({ name: source, reason: fitted });
    else if (width + fitted.width > limit) {
      dropped.push({
        name: source,
        reason: `the model holds at most ${limit} columns, and more leads have the others`,
      });
    } else {
      columns.push({ ...fitted, source, offset: width });
      width += fitted.width;
    }
  }
  return { columns, width, dropped };
}

function byCoverage(profiles: ReadonlyMap<string, ColumnProfile>, limit: number): [string, ColumnProfile][] {
  const entries = [...profiles];
  return Number.isFinite(limit) ? entries.sort((a, b) => a[1].missing - b[1].missing) : entries;
}

/** The column's encoding, or why it has none. */
function fitColumn(profile: ColumnProfile, detail: Detail, rows: number): Unplaced<ColumnEncoding> | string {
  const minCount = Math.max(5, Math.ceil(rows * 0.0005));
  const { kind, missing, counts } = profile;
  if (kind === "empty") return "no lead has a value";
  const known = rows - missing;
  if (kind === "number" || kind === "text") {
    const { numbers: values } = profile;
    const fitted = fitNumber({ values, missing, minCount, knots: detail.knots, text: kind === "text" });
    return fitted.width > 0 ? fitted : "the same for (nearly) every lead";
  }
  if (kind === "boolean") {
    const varies =
      [...counts.values()].filter((n) => n >= minCount).length + (missing >= minCount ? 1 : 0) > 1;
    const missingFlag = missing >= minCount;
    return varies ? { kind, width: missingFlag ? 2 : 1, missingFlag } : "the same for (nearly) every lead";
  }
  if (counts.size > Math.max(20, known / 5)) return `${counts.size} different values in ${known} leads`;
  const fitted = fitCategory({ counts, missing, minCount, maxLevels: detail.maxLevels });
  return fitted.width > 0 ? fitted : "the same for (nearly) every lead";
}
