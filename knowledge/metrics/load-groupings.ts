import type { Transaction } from "../db/database.ts";
import type { LoadedGrouping } from "./groupings-of.ts";
import { loadMetrics } from "./load-metrics.ts";
import type { Dimension, MetricQuery } from "./metric.ts";

/**
 * The metrics over the groups of each dimension, in the period.
 * @throws AppError VALIDATION_FAILED for an unknown metric.
 */
export async function loadGroupings(
  tx: Transaction,
  query: MetricQuery & { dimensions: readonly Dimension[] },
): Promise<LoadedGrouping[]> {
  return (await loadMetrics(tx, query)).groupings;
}
