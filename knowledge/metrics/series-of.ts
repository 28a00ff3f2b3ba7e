import type { Series, SeriesPoint } from "#core/domain/series.ts";
import type { InteractionCount } from "./count-interactions.ts";
import { isKnown } from "./first-record.ts";
import type { Loaded } from "./loaded.ts";
import type { Metric } from "./metric.ts";
import type { BucketCount } from "./read-contact-metrics.ts";
import { replyWithinDays } from "./registry.ts";

/** A metric in every bucket. */
export function seriesOf(metric: Metric, loaded: Loaded): Series {
  const { buckets, query } = loaded;
  const valueAt = valuesOf(metric, loaded);
  return {
    metric: metric.id,
    grain: query.grain,
    timeZone: query.timeZone,
    points: buckets.days.map((at, bucket) => {
      const point = { at, ...valueAt(bucket) };
      // A share or a median of what there is stands by itself.
      return metric.kind === "count" && !isKnown(metric, bucket, loaded) ? { ...point, value: null } : point;
    }),
  };
}

type Value = Omit<SeriesPoint, "at">;

function valuesOf(
  { id }: Metric,
  { contacts, interactions, buckets, query }: Loaded,
): (bucket: number) => Value {
  switch (id) {
    case "new_leads":
      return counting(contacts.came, ({ n }) => n);
    case "won":
      return counting(contacts.ended, ({ hits }) => hits);
    case "lost":
      return counting(contacts.ended, ({ n, hits }) => n - hits);
    case "win_rate":
      return share(contacts.ended);
    case "conversion_rate":
      return share(contacts.converted.filter(({ bucket }) => bucket < contacts.mature));
    case "reply_rate":
      return share(contacts.replies);
    case "first_response_time": {
      const responses = new Map(contacts.responses.map((summary) => [summary.bucket, summary]));
      const due = query.asOf.getTime() - replyWithinDays * 86_400_000;
      return (bucket) => {
        // Of a younger bucket only the fast answers are known.
        const whole = (buckets.bounds[bucket + 1]?.getTime() ?? Infinity) <= due;
        const summary = whole ? responses.get(bucket) : undefined;
        return { value: summary ? summary.median / 3_600 : null, n: summary?.n ?? 0 };
      };
    }
    default:
      return counting(interactions?.counts ?? [], countedBy(id));
  }
}

/** How many of a bucket's interactions a metric counts. */
export function countedBy(id: string): (count: InteractionCount) => number {
  if (id === "interactions") return ({ n }) => n;
  return id === "inbound_messages" ? ({ inbound }) => inbound : ({ outbound }) => outbound;
}

function counting<Row extends { bucket: number }>(rows: readonly Row[], of: (row: Row) => number) {
  const sums = new Map<number, number>();
  for (const row of rows) sums.set(row.bucket, (sums.get(row.bucket) ?? 0) + of(row));
  return (bucket: number): Value => {
    const n = sums.get(bucket) ?? 0;
    return { value: n, n };
  };
}

function share(rows: readonly BucketCount[]) {
  const trials = counting(rows, ({ n }) => n);
  const successes = counting(rows, ({ hits }) => hits);
  return (bucket: number): Value => {
    const [{ n }, { n: hits }] = [trials(bucket), successes(bucket)];
    return { value: n > 0 ? hits / n : null, n, hits };
  };
}
