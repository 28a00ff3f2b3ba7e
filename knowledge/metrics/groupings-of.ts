import type { Group, Grouping } from "#core/domain/series.ts";
import { mostGroups } from "./groups-sql.ts";
import type { Loaded } from "./loaded.ts";
import type { Dimension, Metric } from "./metric.ts";
import type { BucketCount, GroupCounts, Summary } from "./read-contact-metrics.ts";
import { countedBy } from "./series-of.ts";

/** A grouping, and how many groups of the dimension it leaves out. */
export type LoadedGrouping = Grouping & { others: number };

/** Each metric over each dimension that it has, in the period; groups without anything to compute from are left out. */
export function toGroupings(
  metrics: readonly Metric[],
  loaded: Loaded & { dimensions: readonly Dimension[] },
): LoadedGrouping[] {
  return metrics.flatMap((metric): LoadedGrouping[] => {
    if (metric.load) return [];
    if (metric.id === "pipeline_by_stage")
      return [now(metric, "status", loaded), now(metric, "stage", loaded)];
    if (metric.id === "score_distribution") return [now(metric, "band", loaded)];
    return loaded.dimensions
      .filter((dimension) => metric.dimensions.includes(dimension))
      .map((dimension) => grouping(metric, dimension, loaded));
  });
}

function grouping(metric: Metric, dimension: Dimension, loaded: Loaded): LoadedGrouping {
  const byMessage = dimension === "channel" && metric.records === "interactions" && metric.kind !== "median";
  const groups = byMessage
    ? channelGroups(metric, loaded)
    : loaded.contacts.groups
        .filter((group) => group.dimension === dimension)
        .map((group) => toGroup(metric, group));
  const kept = groups.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n || compare(a.name, b.name));
  const told = new Set(kept.filter(({ name }) => name !== null).slice(0, mostGroups));
  const all = byMessage ? groups.length : (loaded.contacts.groupsOf[dimension] ?? 0);
  return {
    metric: metric.id,
    dimension,
    groups: kept.filter((group) => group.name === null || told.has(group)),
    others: Math.max(
      0,
      all - Math.min(groups.length, mostGroups + (groups.some(({ name }) => name === null) ? 1 : 0)),
    ),
  };
}

function toGroup({ id }: Metric, group: GroupCounts): Group {
  const { name } = group;
  switch (id) {
    case "new_leads":
      return { name, ...count(group.newLeads) };
    case "won":
      return { name, ...count(group.won) };
    case "lost":
      return { name, ...count(group.ended - group.won) };
    case "win_rate":
      return { name, ...share(group.ended, group.won) };
    case "conversion_rate":
      return { name, ...share(group.matured, group.converted) };
    case "first_response_time":
      return { name, ...median(group.responses, 3_600) };
    case "reply_rate":
      return { name, ...share(group.replies, group.replied) };
    case "average_score":
      return { name, ...median(group.scores, 100) };
    case "interactions":
      return { name, ...count(group.interactions) };
    default:
      return { name, ...count(id === "inbound_messages" ? group.inbound : group.outbound) };
  }
}

/** Of messages by their own channel, not by the one that the contact came through. */
function channelGroups({ id }: Metric, { buckets, contacts, interactions }: Loaded): Group[] {
  const inPeriod = <Row extends { bucket: number }>(rows: readonly Row[]) =>
    rows.filter(({ bucket }) => bucket >= buckets.earlier && bucket < buckets.days.length);
  if (id === "reply_rate")
    return byChannel(inPeriod(contacts.replies)).map(([name, rows]) => ({
      name,
      ...share(sum(rows, "n"), sum(rows, "hits")),
    }));
  const counted = countedBy(id);
  return byChannel(inPeriod(interactions?.counts ?? [])).flatMap(([name, rows]) => {
    const n = rows.reduce((total, row) => total + counted(row), 0);
    return n > 0 ? [{ name, ...count(n) }] : [];
  });
}

function byChannel<Row extends { channel: string | null }>(rows: readonly Row[]): [string | null, Row[]][] {
  return [...Map.groupBy(rows, ({ channel }) => channel)];
}

function sum(rows: readonly Partial<BucketCount>[], field: "n" | "hits"): number {
  return rows.reduce((total, row) => total + (row[field] ?? 0), 0);
}

function now({ id }: Metric, dimension: "status" | "stage" | "band", { contacts }: Loaded): LoadedGrouping {
  const groups = contacts.now
    .filter((row) => row.dimension === dimension)
    .map(({ name, n }) => ({ name, ...count(n) }))
    .sort((a, b) => b.n - a.n || compare(a.name, b.name));
  return {
    metric: id,
    dimension,
    groups: groups.slice(0, mostGroups),
    others: Math.max(0, groups.length - mostGroups),
  };
}

function count(n: number) {
  return { value: n, n };
}

function share(n: number, hits: number) {
  return { value: n > 0 ? hits / n : null, n, hits };
}

function median(summary: Summary | null, unit: number) {
  if (!summary) return { value: null, n: 0 };
  return { value: summary.median / unit, n: summary.n, sample: summary.sample.map((value) => value / unit) };
}

function compare(a: string | null, b: string | null): number {
  const [left, right] = [a ?? "", b ?? ""];
  return left < right ? -1 : left > right ? 1 : 0;
}
