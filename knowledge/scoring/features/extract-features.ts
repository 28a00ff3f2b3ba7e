import type { LeadSnapshot } from "../snapshots/snapshot.ts";
import { activityCounts } from "./activity.ts";
import { type FeatureRow, type FeatureValue, fieldFeature } from "./feature.ts";
import { fieldFeatureValue } from "./fields.ts";
import { type History, historyOf } from "./history.ts";
import { engagementFeature, engagementFeatures } from "./registry.ts";
import { absentValue } from "./sparse.ts";
import { phraseCounts } from "./text/said.ts";
import { isTextFeature } from "./text/text-features.ts";

/**
 * Everything a model may know of a lead at the snapshot's moment: its fields and its engagement measures.
 * @param wanted names to compute engagement measures for; all of them when absent, but of texts only what they tell.
 */
export function extractFeatures(snapshot: LeadSnapshot, wanted?: ReadonlySet<string>): FeatureRow {
  const row: Record<string, FeatureValue> = {};
  for (const field in snapshot.fields) {
    row[fieldFeature(field)] = fieldFeatureValue(snapshot.fields[field] ?? null, snapshot.asOf);
  }
  const history = historyOf(snapshot);
  if (wanted === undefined) addAll(row, history);
  else for (const name of wanted) add(row, history, name);
  return row;
}

function addAll(row: Record<string, FeatureValue>, history: History): void {
  for (const feature of engagementFeatures) {
    const value = feature.compute(history);
    if (value !== absentValue(feature.name) || !isTextFeature(feature.name)) row[feature.name] = value;
  }
  for (const [name, count] of activityCounts(history)) row[name] = count;
  for (const [name, count] of phraseCounts(history)) row[name] = count;
}

function add(row: Record<string, FeatureValue>, history: History, name: string): void {
  const feature = engagementFeature(name);
  if (feature !== undefined) row[name] = feature.compute(history);
}
