import type { Group } from "#core/domain/series.ts";
import { findMetrics } from "../metrics/find-metrics.ts";
import type { LoadedGrouping } from "../metrics/groupings-of.ts";
import type { Dimension } from "../metrics/metric.ts";
import { metrics as allMetrics } from "../metrics/registry.ts";

/** A metric without a course, as it stands now over the groups of a dimension. */
export interface Standing {
  metric: string;
  title: string;
  unit: string;
  dimension: string;
  /** Bands by name, others the largest first. */
  groups: Pick<Group, "name" | "value" | "n">[];
  /** How many smaller groups are left out. */
  others: number;
}

/** What metrics that have no groups of their own are told by. */
export const standingDimensions: readonly Dimension[] = ["source", "assigned_to"];

/** A reader sees no more at once. */
const mostGroups = 12;

/**
 * The metrics without a course among those that a caller names; all by default.
 * @throws AppError VALIDATION_FAILED for an unknown metric.
 */
export function standingMetrics(named: readonly string[] | undefined): string[] {
  const asked = named?.length ? findMetrics(named) : allMetrics;
  return asked.filter(({ time }) => time === "now").map(({ id }) => id);
}

/** How these metrics stand; groupings of others, and those without groups, are left out. */
export function standingOf(ids: readonly string[], groupings: readonly LoadedGrouping[]): Standing[] {
  return groupings
    .filter(({ metric, groups }) => ids.includes(metric) && groups.length > 0)
    .filter(
      ({ dimension }) => ownDimensions.has(dimension) || standingDimensions.some((one) => one === dimension),
    )
    .flatMap(({ metric: id, dimension, groups, others }) => {
      const metric = allMetrics.find((one) => one.id === id);
      const sorted = dimension === "band" ? groups.toSorted(byName) : groups;
      const shown = sorted.slice(0, mostGroups).map(({ name, value, n }) => ({ name, value, n }));
      const left = others + groups.length - shown.length;
      return metric
        ? [{ metric: id, title: metric.title, unit: metric.unit, dimension, groups: shown, others: left }]
        : [];
    });
}

const ownDimensions = new Set(["status", "stage", "band"]);

function byName(a: Group, b: Group): number {
  return (a.name ?? "") < (b.name ?? "") ? -1 : 1;
}
