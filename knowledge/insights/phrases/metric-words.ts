import type { Grain } from "#core/domain/series.ts";
import type { MetricInfo } from "../subjects.ts";

/** How a metric is spoken of. */
export interface MetricWords {
  /** Opens a sentence. */
  subject: string;
  /** Inside one. */
  inside: string;
  /** What its `n` counts. */
  events: string;
  /** What a success more of a rate is. */
  success?: string;
}

const words: Record<string, Omit<MetricWords, "inside">> = {
  new_leads: { subject: "New leads", events: "leads" },
  won: { subject: "Won leads", events: "leads" },
  lost: { subject: "Lost leads", events: "leads" },
  win_rate: { subject: "The win rate", events: "ended leads", success: "won leads" },
  conversion_rate: { subject: "The conversion rate", events: "leads", success: "won leads" },
  first_response_time: { subject: "The time to first response", events: "first responses" },
  reply_rate: { subject: "The reply rate", events: "messages", success: "answered messages" },
  interactions: { subject: "Interactions", events: "interactions" },
  inbound_messages: { subject: "Inbound messages", events: "messages" },
  outbound_messages: { subject: "Outbound messages", events: "messages" },
  objection_rate: { subject: "The objection rate", events: "messages" },
};

/** The words for a metric; one without own words is called by its title. */
export function metricWords({ id, title }: Pick<MetricInfo, "id" | "title">): MetricWords {
  const own = words[id] ?? { subject: title, events: "records" };
  return { ...own, inside: own.subject.charAt(0).toLowerCase() + own.subject.slice(1) };
}

/** What a level of a count is measured in: ` a week`; nothing for rates and durations. */
export function perBucket({ kind }: MetricInfo, unit: Grain): string {
  return kind === "count" ? ` a ${unit}` : "";
}

/** `13 weeks`, `1 day`. */
export function buckets(n: number, grain: Grain): string {
  return `${n.toLocaleString("en-US")} ${grain}${n === 1 ? "" : "s"}`;
}
