import type { Period } from "#core/domain/series.ts";
import { bucketsAYear } from "../metrics/grain-of.ts";
import { loadMetrics, type Read } from "../metrics/load-metrics.ts";
import { dimensions } from "../metrics/metric.ts";
import { metrics as allMetrics } from "../metrics/registry.ts";
import { parseSegment } from "../metrics/segment.ts";
import type { InsightData } from "./insight-data.ts";
import type { RunParameters } from "./runs.ts";
import { standingDimensions, standingOf } from "./standing.ts";

/**
 * Loads what a run with these parameters analyses: series with the time before the period, groupings and totals of the period.
 * @param standing ids of metrics without a course, which are read in the same pass
 */
export async function loadInsightData(
  read: Read,
  {
    tenantId,
    parameters,
    standing = [],
  }: { tenantId: string; parameters: RunParameters; standing?: readonly string[] },
): Promise<InsightData> {
  const period = { from: new Date(parameters.from), to: new Date(parameters.to) };
  const { grain, time_zone: timeZone, metrics } = parameters;
  const isGrouped = parameters.analyses.includes("group");
  const loaded = await loadMetrics(read, {
    tenantId,
    metrics: [...metrics, ...standing],
    period,
    grain,
    timeZone,
    asOf: new Date(parameters.as_of),
    segment: parameters.segment === null ? [] : parseSegment(parameters.segment),
    ...(parameters.assigned_to === null ? {} : { assignedTo: parameters.assigned_to }),
    dimensions: isGrouped
      ? dimensions.filter((dimension) => !foregone.has(dimension))
      : standing.length > 0
        ? standingDimensions
        : [],
    earlier: Math.max(bucketsAYear[grain], mostBuckets(period, grain)),
  });
  return {
    grain,
    timeZone,
    first: loaded.series[0]?.points[loaded.earlier]?.at ?? "9999-12-31",
    metrics: allMetrics
      .filter(({ id }) => metrics.includes(id))
      .map(({ id, title, kind, better }) => ({ id, title, kind, better })),
    series: loaded.series,
    groupings: isGrouped ? loaded.groupings.filter(({ metric }) => metrics.includes(metric)) : [],
    totals: loaded.totals,
    standing: standingOf(standing, loaded.groupings),
    contacts: loaded.contacts,
    notes: loaded.notes,
  };
}

/** A status says how a lead ended and cannot explain it. */
const foregone = new Set(["status"]);

const dayMs = 86_400_000;

function mostBuckets({ from, to }: Period, grain: RunParameters["grain"]): number {
  return Math.ceil((to.getTime() - from.getTime()) / dayMs / { day: 1, week: 7, month: 28 }[grain]) + 1;
}
