import type { Finding } from "#core/domain/insight.ts";
import { shiftBucket, weekdayNames } from "./buckets.ts";
import type { InsightData } from "./insight-data.ts";
import { shownBuckets } from "./shown-buckets.ts";

/** What a metric counts: contacts by when they came, ended or were first answered, or interactions. */
export type Counted = "leads" | "won" | "lost" | "ended" | "responses" | MessageKind;
export type MessageKind = "touches" | "inbound" | "outbound" | "asks";

/** A point of a finding whose records are to be named. */
export interface PointBehind {
  /** The point's label as an answer shows it. */
  label: string;
  what: Counted;
  /** Local days, YYYY-MM-DD: the first, and the first after it. */
  since: string;
  until: string;
  /** 1 Monday … 7 Sunday. */
  weekday?: number;
  /** Only this group of the dimension; null: those without a value. */
  dimension?: string;
  group?: string | null;
  /** The whole period rather than a bucket. */
  isWide: boolean;
}

/** Metrics whose records can be named: objections are read from texts, not counted. */
export const counted: Readonly<Record<string, Counted>> = {
  new_leads: "leads",
  conversion_rate: "leads",
  won: "won",
  lost: "lost",
  win_rate: "ended",
  first_response_time: "responses",
  reply_rate: "asks",
  interactions: "touches",
  inbound_messages: "inbound",
  outbound_messages: "outbound",
};

/** The points that a finding is about: a step's or a spike's bucket, a trend's last one, its group, its weekday, this period; none of a forecast. */
export function pointsBehind(
  finding: Finding,
  data: Pick<InsightData, "series" | "first" | "grain">,
): PointBehind[] {
  const what = counted[finding.metric];
  const period = periodOf(finding.metric, data);
  if (!what || !period) return [];
  const wide = { what, ...period, isWide: true };
  const { analysis, words, dimension, group = null } = finding;
  switch (analysis) {
    case "group":
      return dimension === undefined ? [] : [{ ...wide, label: group ?? "(none)", dimension, group }];
    case "season":
      return [{ ...wide, label: words.peak ?? "", weekday: weekdayNames.indexOf(words.peak ?? "") + 1 }];
    case "period":
      return [{ ...wide, label: finding.points.at(-1)?.label ?? "" }];
    case "forecast":
      return [];
    default:
      return bucketOf(finding, data).map((bucket) => ({ what, ...bucket, isWide: false }));
  }
}

function bucketOf(
  finding: Finding,
  { grain }: Pick<InsightData, "grain">,
): { label: string; since: string; until: string }[] {
  const { stride, start, width } = shownBuckets(finding);
  const shown = Math.floor((finding.points.length - start - width) / stride);
  const label = finding.words.at ?? finding.points[start + shown * stride]?.label;
  return label === undefined ? [] : [{ label, since: label, until: shiftBucket(label, grain, width) }];
}

/** The days of the period of which the metric is known: of conversion, without leads that have had too little time. */
function periodOf(
  metric: string,
  { series, first, grain }: Pick<InsightData, "series" | "first" | "grain">,
): { since: string; until: string } | undefined {
  const own = series.find((one) => one.metric === metric)?.points.filter(({ at }) => at >= first);
  const last = metric === "conversion_rate" ? own?.findLast(({ value }) => value !== null) : own?.at(-1);
  return last && { since: first, until: shiftBucket(last.at, grain, 1) };
}
