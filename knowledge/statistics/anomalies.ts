import type { Anomaly } from "./anomalies/anomaly.ts";
import { countAnomalies } from "./anomalies/count-anomalies.ts";
import { measureAnomalies } from "./anomalies/measure-anomalies.ts";
import { type KnownSeries, layOut } from "./layout.ts";

export interface AnomalyOptions {
  /** Buckets in a turn of the season, such as 7 of days; used from three turns on. */
  season?: number | undefined;
  /** Whole numbers of events: their tail is that of counts. */
  counts?: boolean | undefined;
}

const fewest = 8;

/**
 * Holds every known value of a series against its local level and season, robustly, and gives each its p, in order of
 * time: multiply by how many were looked at, or correct otherwise, before calling one unusual. Empty for fewer than 8
 * known values.
 */
export function anomalies(values: readonly (number | null)[], options: AnomalyOptions = {}): Anomaly[] {
  const turn = options.season ?? 1;
  const series = layOut(values, values.length >= 3 * turn ? turn : 1);
  if (series.values.length < fewest) return [];
  return options.counts && areCounts(series) ? countAnomalies(series) : measureAnomalies(series);
}

function areCounts({ values }: KnownSeries): boolean {
  return values.every((value) => value >= 0 && Number.isInteger(value));
}
