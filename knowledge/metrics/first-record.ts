import type { Loaded } from "./loaded.ts";
import type { Metric } from "./metric.ts";

/** When the workspace's first record of a metric's kind is from: a bucket that ends before it is no zero, but not known. */
export function firstRecord({ records }: Metric, { contacts, interactions }: Loaded): Date | null {
  if (records === "interactions") return interactions?.since ?? null;
  return records === "outcomes" ? contacts.firstOutcome : contacts.firstLead;
}

/** Whether records of a metric's kind reach back into a bucket. */
export function isKnown(metric: Metric, bucket: number, loaded: Loaded): boolean {
  const since = firstRecord(metric, loaded);
  const end = loaded.buckets.bounds[bucket + 1];
  return since !== null && end !== undefined && end > since;
}
