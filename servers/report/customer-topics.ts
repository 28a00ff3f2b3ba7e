import { objectionNames } from "#tools/topics-contract.ts";
import { table, text } from "./markup.ts";
import type { CustomerTopics } from "./report-input.ts";

/** What contacts write of more than before, and what they object, each with a sentence of theirs. */
export function customerTopics(found: CustomerTopics | null): string[] {
  if (!found || found.looked.messages === 0) return [];
  const { topics, objections, looked } = found;
  return [
    topics.length > 0
      ? `<h3>Written of more than before</h3>${table({
          head: ["topic", "messages", "before", "in their words", "message"],
          rows: topics.map(({ term, messages, share, before, before_share: earlier, examples }) => [
            term,
            `${count(messages)} (${percent(share)})`,
            `${count(before)} (${percent(earlier)})`,
            examples[0] ? `“${examples[0].quote}”` : "",
            examples[0]?.message_id ?? "",
          ]),
          numeric: [1, 2],
        })}`
      : `<p>No topic stands out against the time before (${count(looked.before)} messages).</p>`,
    ...(objections.length > 0
      ? [
          `<h3>Objections</h3>${table({
            head: ["what", "messages", "share", "in their words", "message"],
            rows: objections.map(({ kind, messages, share, low, high, message_ids, quote }) => [
              objectionNames[kind],
              count(messages),
              `${percent(share)} (${percent(low)} to ${percent(high)})`,
              `“${quote}”`,
              message_ids.at(-1) ?? "",
            ]),
            numeric: [1, 2],
          })}`,
        ]
      : [`<p>${text("No objections were found.")}</p>`]),
  ];
}

/** How many messages the section rests on. */
export function aboutTopics(found: CustomerTopics | null): string {
  return found
    ? `${count(found.looked.messages)} messages of contacts in the period, ${count(found.looked.before)} in the time before. What stands in quotation marks are customers' words.`
    : "";
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
}

function count(n: number): string {
  return n.toLocaleString("en-US");
}
