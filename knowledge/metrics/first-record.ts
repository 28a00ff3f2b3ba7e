import type { Grain } from "#core/domain/series.ts";
import type { Loaded } from "./loaded.ts";
import type { Metric } from "./metric.ts";

const hourMs = 3_600_000;
/** How long after a bucket's beginning the first record may come: the nights before it are quiet anyway. */
const toleranceMs: Record<Grain, number> = { day: hourMs, week: 24 * hourMs, month: 24 * hourMs };

/** When the workspace's first record of a metric's kind is from. */
export function firstRecord({ records }: Metric, { contacts, interactions }: Loaded): Date | null {
  if (records === "interactions") return interactions?.since ?? null;
  return records === "outcomes" ? contacts.firstOutcome : contacts.firstLead;
}

/**
 * Whether records of a metric's kind reach back to a bucket's beginning: they begin before it, in the first hour of a day, or in the
 * first 24 of a week or month. Of any other bucket nobody knows how much took place in it before records began.
 */
export function isKnown(metric: Metric, bucket: number, loaded: Loaded): boolean {
  const since = firstRecord(metric, loaded);
  const begins = loaded.buckets.bounds[bucket];
  if (since === null || begins === undefined || bucket + 1 >= loaded.buckets.bounds.length) return false;
  return since.getTime() < begins.getTime() + toleranceMs[loaded.query.grain];
}
