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
      `Left out because they lie after the moment asked about: ${ahead.join(", ")}. If that is now, check the clocks of their source.`,
    );
  const ofOutcomes = metrics.filter(({ id, records }) => records === "outcomes" || id === "conversion_rate");
  if (contacts.undated > 0 && ofOutcomes.length > 0) {
    const names = listed.format(ofOutcomes.map(({ id }) => id));
    notes.push(`Left out of ${names} because nobody says when: ${told(contacts.undated, "outcome")}.`);
  }
  if (has("conversion_rate") && contacts.contacts > 0) notes.push(...maturity(loaded));
  return notes;
}

const listed = new Intl.ListFormat("en-GB");

function noContact({ query: { segment = [], assignedTo } }: Loaded): string {
  if (segment.length === 0 && assignedTo === undefined) return "The workspace has no contacts yet.";
  const where = segment.length > 0 ? ` in the segment ${describeSegment(segment)}` : "";
  return `No contact${assignedTo === undefined ? "" : ` of ${assignedTo}`} is${where}.`;
}

function maturity({ contacts: { daysToWin, mature }, buckets }: Loaded): string[] {
  if (daysToWin === null) return ["conversion_rate is unknown: no lead with a date was won yet."];
  const time =
    daysToWin < 2
      ? told(Math.round(24 * daysToWin), "hour") || "0 hours"
      : told(Math.round(daysToWin), "day");
  const window = `conversion_rate counts leads won within ${time} of coming, as half of the won ones were`;
  if (mature >= buckets.days.length) return [`${window}.`];
  return [`${window}. It is unknown from ${buckets.days[mature]} on: later leads have not had so long.`];
}

function told(n: number, what: string): string {
  return n > 0 ? `${n.toLocaleString("en-US")} ${what}${n === 1 ? "" : "s"}` : "";
}
