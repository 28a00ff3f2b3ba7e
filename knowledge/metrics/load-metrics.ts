import type { Series } from "#core/domain/series.ts";
import type { Transaction } from "../db/database.ts";
import { countInteractions } from "./count-interactions.ts";
import { findMetrics } from "./find-metrics.ts";
import { bucketsAYear } from "./grain-of.ts";
import { type LoadedGrouping, toGroupings } from "./groupings-of.ts";
import { type Buckets, loadBuckets } from "./load-buckets.ts";
import type { Dimension, Metric, MetricQuery } from "./metric.ts";
import { notesOf } from "./notes.ts";
import { type PeriodTotal, rangesOf, toTotals } from "./period-totals.ts";
import { readContactMetrics } from "./read-contact-metrics.ts";
import { seriesOf } from "./series-of.ts";

export interface LoadMetricsQuery extends MetricQuery {
  /** What to group by; nothing by default. */
  dimensions?: readonly Dimension[];
  /** How many buckets before the period the series are to begin; 0 by default. */
  earlier?: number;
}

export interface LoadedMetrics {
  /** In the order of the registry; metrics that have no series are not among them. */
  series: Series[];
  /** How many points of each series lie before the period. */
  earlier: number;
  groupings: LoadedGrouping[];
  /** Each metric with a series in this period, the one before and the same time of last year, as far as data reach back. */
  totals: PeriodTotal[];
  /** How many contacts the segment has. */
  contacts: number;
  /** What was left out because it lies in the future. */
  ahead: { leads: number; outcomes: number; interactions: number };
  /** Median days from coming to being won; null where nobody was. */
  daysToWin: number | null;
  /** What a reader must know: what was left out and why. */
  notes: string[];
}

/** Runs work in a transaction that reads one tenant's records; a server runs several of them at a time. */
export type Read = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;

/**
 * Loads all that is asked of metrics in as few passes over the records as it takes: one over the interactions by bucket, and beside it one by
 * contact. Buckets are whole ones that have passed; a bucket from before the first record of its kind is null: not known.
 * @throws AppError VALIDATION_FAILED for an unknown metric.
 */
export async function loadMetrics(read: Read, query: LoadMetricsQuery): Promise<LoadedMetrics> {
  const metrics = findMetrics(query.metrics);
  const { dimensions = [], earlier = 0, ...asked } = query;
  const buckets = await read((tx) => bucketsOf(tx, query));
  const ranges = rangesOf(buckets, query.grain);
  const readAll: Read = (work) =>
    read(async (tx) => {
      await tx.query(planForAll);
      return work(tx);
    });
  const wide = { ...asked, period: { from: buckets.bounds[0] ?? query.period.from, to: query.period.to } };
  const own = metrics.flatMap(({ id, time, load }) => (load && time === "series" ? [{ id, load }] : []));
  const [contacts, interactions, ...loadedBySelf] = await Promise.all([
    readAll((tx) =>
      readContactMetrics(
        tx,
        { ...query, dimensions, buckets, ranges },
        {
          interactions: needsAnswers(metrics, query),
          stages: metrics.some(({ id }) => id === "pipeline_by_stage"),
        },
      ),
    ),
    metrics.some(({ records }) => records === "interactions")
      ? readAll((tx) => countInteractions(tx, query, buckets))
      : undefined,
    ...own.map(({ load }) => read((tx) => load(tx, wide))),
  ]);
  const loaded = { query, buckets, contacts, interactions };
  const long = metrics
    .filter(({ time }) => time === "series")
    .map((metric) => loadedBySelf[own.findIndex(({ id }) => id === metric.id)] ?? seriesOf(metric, loaded));
  return {
    series: long.map((series) => ({
      ...series,
      points: series.points.slice(Math.max(0, buckets.earlier - earlier)),
    })),
    earlier: Math.min(earlier, buckets.earlier),
    groupings: toGroupings(metrics, { ...loaded, dimensions }),
    totals: toTotals(long, { metrics, ranges, loaded }),
    contacts: contacts.contacts,
    ahead: { ...contacts.ahead, interactions: interactions?.ahead ?? 0 },
    daysToWin: contacts.daysToWin,
    notes: notesOf(metrics, loaded),
  };
}

/**
 * Enough memory for hash tables and sorts of all contacts. A workspace that the planner has no statistics of yet seems to have one row, and every
 * contact would be held against every outcome: eight seconds instead of a third.
 */
const planForAll = "select set_config('work_mem', '64MB', true), set_config('enable_nestloop', 'off', true)";
/** The period's buckets, and before them as many again, a year's or as many as are asked for. */
async function bucketsOf(tx: Transaction, query: LoadMetricsQuery): Promise<Buckets> {
  const inPeriod = await loadBuckets(tx, query);
  const length = inPeriod.days.length;
  if (length === 0) return inPeriod;
  const earlier = Math.max(query.earlier ?? 0, length, bucketsAYear[query.grain]);
  return loadBuckets(tx, { ...query, earlier });
}

/** Whether a metric's groups are counted from interactions. */
function ofInteractions({ records, load }: Metric): boolean {
  return records === "interactions" && !load;
}

/** Whether the interactions must be read contact by contact. */
function needsAnswers(
  metrics: readonly Metric[],
  { dimensions = [], segment = [] }: LoadMetricsQuery,
): boolean {
  const byContact =
    dimensions.includes("channel") || segment.some(({ dimension }) => dimension === "channel");
  const answers = metrics.some(({ id }) => id === "first_response_time" || id === "reply_rate");
  return answers || byContact || (dimensions.length > 0 && metrics.some(ofInteractions));
}
