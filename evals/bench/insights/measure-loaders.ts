import type { Database } from "#knowledge/db/database.ts";
import { grainOf } from "#knowledge/metrics/grain-of.ts";
import { loadMetrics, type Read } from "#knowledge/metrics/load-metrics.ts";
import { dimensions } from "#knowledge/metrics/metric.ts";
import { metrics } from "#knowledge/metrics/registry.ts";
import { parseSegment } from "#knowledge/metrics/segment.ts";
import { checkTimeZone } from "#knowledge/metrics/time-zone.ts";
import { wholePeriod } from "#knowledge/metrics/whole-period.ts";

export interface LoaderTime {
  name: string;
  /** Seconds of the first call and the best of those after it. */
  first: number;
  best: number;
}

interface Asked {
  name: string;
  from: string;
  ids?: readonly string[];
  by?: typeof dimensions | readonly [];
  segment?: string;
  assignedTo?: string;
}

const asked: readonly Asked[] = [
  { name: "all metrics over a year, all groupings, compared", from: "2025-11-21", by: dimensions },
  { name: "all metrics over a year, no groupings", from: "2025-11-21", by: [] },
  { name: "all metrics over 90 days, all groupings", from: "2026-08-23", by: dimensions },
  { name: "all of one user's contacts over a year", from: "2025-11-21", by: dimensions, assignedTo: "rep-7" },
  {
    name: "all of a segment over a year",
    from: "2025-11-21",
    by: dimensions,
    segment: "source=Referral, channel=EMAIL",
  },
  {
    name: "leads and outcomes over a year, by source",
    from: "2025-11-21",
    by: ["source"] as never,
    ids: ["new_leads", "won", "win_rate"],
  },
];

/** Times what insights load of a workspace that ends on 21 November 2026, each so many times. */
export async function measureLoaders(
  db: Database,
  tenantId: string,
  { asOf, times = 3 }: { asOf: Date; times?: number },
): Promise<LoaderTime[]> {
  const measured: LoaderTime[] = [];
  for (const one of asked) {
    const seconds: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const started = performance.now();
      await load(db, tenantId, { ...one, asOf });
      seconds.push((performance.now() - started) / 1_000);
    }
    const [first = Number.NaN, ...later] = seconds;
    measured.push({ name: one.name, first, best: Math.min(...later) });
  }
  return measured;
}

async function load(
  db: Database,
  tenantId: string,
  { from, ids, by = [], segment = "", assignedTo, asOf }: Asked & { asOf: Date },
) {
  const timeZone = checkTimeZone("Europe/Berlin");
  const read: Read = (work) => db.readTenant(tenantId, work);
  const period = await read((tx) => wholePeriod(tx, { from, timeZone, asOf }));
  return loadMetrics(read, {
    ...{ tenantId, period, timeZone, asOf, grain: grainOf(period), dimensions: by },
    metrics: ids ?? metrics.map(({ id }) => id),
    segment: parseSegment(segment),
    ...(assignedTo === undefined ? {} : { assignedTo }),
  });
}
