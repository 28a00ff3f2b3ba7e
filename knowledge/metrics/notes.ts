import type { Loaded } from "./loaded.ts";
import type { Metric } from "./metric.ts";
import { describeSegment } from "./segment.ts";

/** What a reader of the metrics must know: what was left out and why. */
export function notesOf(metrics: readonly Metric[], loaded: Loaded): string[] {
  const { query, buckets, contacts, interactions } = loaded;
  const has = (id: string) => metrics.some((metric) => metric.id === id);
  const notes: string[] = [];
  if (contacts.contacts === 0) notes.push(noContact(loaded));
  if (buckets.days.length === 0)
    notes.push(`No whole ${query.grain} of the period has passed: there is no series.`);
  const ahead = [
    told(interactions?.ahead ?? 0, "interaction"),
    told(contacts.ahead.leads, "lead"),
    told(contacts.ahead.outcomes, "outcome"),
  ].filter(Boolean);
  if (ahead.length > 0)
    notes.push(
      `Left out because they lie in the future: ${ahead.join(", ")}. Check the clocks of their source.`,
    );
  if (contacts.undated > 0 && metrics.some(({ records }) => records === "outcomes"))
    notes.push(
      `Left out of won, lost and win_rate because nobody says when: ${told(contacts.undated, "outcome")}.`,
    );
  if (has("conversion_rate") && contacts.contacts > 0) notes.push(...maturity(loaded));
  return notes;
}

function noContact({ query: { segment = [], assignedTo } }: Loaded): string {
  if (segment.length === 0 && assignedTo === undefined) return "The workspace has no contacts yet.";
  const where = segment.length > 0 ? ` in the segment ${describeSegment(segment)}` : "";
  return `No contact${assignedTo === undefined ? "" : ` of ${assignedTo}`} is${where}.`;
}

function maturity({ contacts: { daysToWin, mature }, buckets }: Loaded): string[] {
  if (daysToWin === null) return ["conversion_rate is unknown: no lead with a date was won yet."];
  if (mature >= buckets.days.length) return [];
  const days = Math.round(daysToWin);
  return [
    `conversion_rate is unknown from ${buckets.days[Math.max(mature, 0)]} on: half of the won leads took ${days} days or longer, and later ones have not had them.`,
  ];
}

function told(n: number, what: string): string {
  return n > 0 ? `${n.toLocaleString("en-US")} ${what}${n === 1 ? "" : "s"}` : "";
}
