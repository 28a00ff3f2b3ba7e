import type { SeriesPoint } from "#core/domain/series.ts";
import type { Principal } from "#core/principal.ts";
import { testDatabase } from "../db/test-database.ts";
import { type LoadedMetrics, type LoadMetricsQuery, loadMetrics } from "./load-metrics.ts";
import { dimensions } from "./metric.ts";
import { metrics } from "./registry.ts";

const asOf = new Date("2026-03-31T12:00:00Z");
const usual = {
  metrics: metrics.map(({ id }) => id),
  dimensions,
  period: { from: new Date("2026-03-01T00:00:00Z"), to: new Date("2026-03-31T00:00:00Z") },
  grain: "day",
  timeZone: "UTC",
  asOf,
} as const;

/** Loads all metrics of March 2026 by all dimensions, as of its last noon. */
export function load(us: Principal, query: Partial<LoadMetricsQuery> = {}): Promise<LoadedMetrics> {
  const { id } = us.tenant;
  return loadMetrics((work) => testDatabase().readTenant(id, work), { tenantId: id, ...usual, ...query });
}

/** The points of a series that are neither zero nor unknown, as {day: value}. */
export function days({ series }: LoadedMetrics, metric: string): Record<string, number> {
  const points = series.find((found) => found.metric === metric)?.points ?? [];
  return Object.fromEntries(points.flatMap(({ at, value }) => (value ? [[at.slice(8), value]] : [])));
}

/** A series' point of a day. */
export function at({ series }: LoadedMetrics, metric: string, day: string): SeriesPoint | undefined {
  return series.find((found) => found.metric === metric)?.points.find((point) => point.at === day);
}

/** The groups of a metric as {name: value}. */
export function groups(
  { groupings }: LoadedMetrics,
  metric: string,
  dimension: string,
): Record<string, number | null> {
  const found = groupings.find((grouping) => grouping.metric === metric && grouping.dimension === dimension);
  return Object.fromEntries(found?.groups.map(({ name, value }) => [String(name), value]) ?? []);
}
