import type { Series } from "#core/domain/series.ts";
import type { Transaction } from "../db/database.ts";
import { loadMetrics } from "./load-metrics.ts";
import type { MetricQuery } from "./metric.ts";

/**
 * The metrics over time; those that have no series are left out. Where groupings and comparisons are wanted too, loadMetrics has all at once.
 * @throws AppError VALIDATION_FAILED for an unknown metric.
 */
export async function loadSeries(tx: Transaction, query: MetricQuery): Promise<Series[]> {
  return (await loadMetrics(tx, query)).series;
}
