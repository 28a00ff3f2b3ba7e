import { boundaryRule, bounded } from "./data-boundaries.ts";
import { objectionNames, type TopicsOutput } from "./topics-contract.ts";

const quotesShown = 2;

/** Topics and objections as people read them. The topics themselves are customers' words and stand between boundaries. */
export function topicsText({ period, topics, objections, looked, notes }: TopicsOutput): string {
  const days = [period.from, lastMoment(period.to)].map((moment) => dayIn(moment, period.time_zone));
  const quotes = topics.length + objections.length > 0 ? ` ${boundaryRule}` : "";
  return [
    `${days.join(" to ")} (${period.time_zone}): ${count(looked.messages)} messages of contacts, ${count(looked.before)} in the time before, as long.${quotes}`,
    topics.length > 0
      ? "Topics, written of more than before:"
      : "No topic stands out against the time before.",
    ...topics.map(topicLine),
    objections.length > 0 ? "Objections:" : "No objections were found.",
    ...objections.map(objectionLine),
    ...notes,
  ].join("\n");
}

function topicLine(
  { term, messages, share, before, change, examples }: TopicsOutput["topics"][number],
  i: number,
) {
  const often = change === null ? "never before" : `${times(change)} as often as before (${count(before)})`;
  const ids = examples.map(({ message_id: id }) => id).join(", ");
  const said = [term, ...examples.slice(0, quotesShown).map(({ quote }) => `“${quote}”`)].join("\n");
  return `${i + 1}. ${plural(messages)} (${percent(share)}), ${often} [messages ${ids}]\n${bounded(said)}`;
}

function objectionLine({
  kind,
  messages,
  share,
  low,
  high,
  message_ids,
  quote,
}: TopicsOutput["objections"][number]) {
  const range = `${percent(share)}, 90 % interval ${percent(low)} to ${percent(high)}`;
  return `- ${objectionNames[kind]} (${kind}): ${plural(messages)} (${range}) [messages ${message_ids.join(", ")}]\n${bounded(quote)}`;
}

function plural(n: number): string {
  return `${count(n)} ${n === 1 ? "message" : "messages"}`;
}

function times(change: number): string {
  return `${change.toFixed(change < 10 ? 1 : 0)} times`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
}

function count(n: number): string {
  return n.toLocaleString("en-US");
}

function lastMoment(to: string): string {
  return new Date(Date.parse(to) - 1).toISOString();
}

function dayIn(moment: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(new Date(moment));
}
