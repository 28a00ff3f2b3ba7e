import type { Series } from "#core/domain/series.ts";
import type { Transaction } from "../db/database.ts";
import { countInteractions } from "./count-interactions.ts";
import { findMetrics } from "./find-metrics.ts";
import { bucketsAYear } from "./grain-of.ts";
import { type LoadedGrouping, toGroupings } from "./groupings-of.ts";
import { loadBuckets } from "./load-buckets.ts";
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

/**
 * Loads all that is asked of metrics in as few passes over the records as it takes: one over the interactions by bucket, one by contact.
 * Buckets are whole ones that have passed; a bucket from before the first record of its kind is null: not known.
 * @throws AppError VALIDATION_FAILED for an unknown metric.
 */
export async function loadMetrics(tx: Transaction, query: LoadMetricsQuery): Promise<LoadedMetrics> {
  const metrics = findMetrics(query.metrics);
  const { dimensions = [], earlier = 0, ...asked } = query;
  await tx.query(planForAll);
  const inPeriod = await loadBuckets(tx, query);
  const length = inPeriod.days.length;
  const back = length === 0 ? 0 : Math.max(earlier, length, bucketsAYear[query.grain]);
  const buckets = back === 0 ? inPeriod : await loadBuckets(tx, { ...query, earlier: back });
  const ranges = rangesOf(buckets, query.grain);
  const interactions = metrics.some(({ records }) => records === "interactions")
    ? await countInteractions(tx, query, buckets)
    : undefined;
  const contacts = await readContactMetrics(
    tx,
    { ...query, dimensions, buckets, ranges },
    {
      interactions: needsAnswers(metrics, query),
      stages: metrics.some(({ id }) => id === "pipeline_by_stage"),
    },
  );
  await tx.query(planAsUsual);
  const loaded = { query, buckets, contacts, interactions };
  const long: Series[] = [];
  for (const metric of metrics.filter(({ time }) => time === "series")) {
    const wide = { ...asked, period: { from: buckets.bounds[0] ?? query.period.from, to: query.period.to } };
    long.push(metric.load ? await metric.load(tx, wide) : seriesOf(metric, loaded));
  }
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
 * Enough memory for hash tables and sorts of all contacts. JIT compiles such statements for longer than they run. A workspace that the planner
 * has no statistics of yet seems to have one row, and every contact would be held against every outcome: eight seconds instead of a third.
 */
const planForAll =
  "select set_config('work_mem', '64MB', true), set_config('jit', 'off', true), set_config('enable_nestloop', 'off', true)";
/** What is read through an index by rows that are known is best joined row by row. */
const planAsUsual = "select set_config('enable_nestloop', 'on', true)";

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
