import type { Period } from "#core/domain/series.ts";
import type { ObjectionSeries } from "#knowledge/signals/objection-series.ts";
import type { Topics } from "#knowledge/signals/topics.ts";
import { shareOf } from "#knowledge/statistics/funnel.ts";
import { excerpt } from "./excerpt.ts";
import { shorten } from "./shorten.ts";
import type { TopicsOutput } from "./topics-contract.ts";

const quoteLength = 160;
const idsShown = 5;

interface Found {
  period: Period;
  topics: Topics;
  objections: ObjectionSeries;
}

/** Gives what was found in messages the shape of list_topics. */
export function toTopicsOutput(
  { period, topics: found, objections }: Found,
  { timeZone, isOwn }: { timeZone: string; isOwn: boolean },
): TopicsOutput {
  const { looked } = found;
  const read = objections.series.points.reduce((sum, { n }) => sum + n, 0);
  return {
    period: { from: period.from.toISOString(), to: period.to.toISOString(), time_zone: timeZone },
    topics: found.topics.map(({ term, z, messages, before, examples }) => {
      const [share, earlier] = [messages / looked.read, before / looked.beforeRead];
      return {
        term,
        messages,
        share,
        before,
        before_share: earlier,
        change: earlier > 0 ? share / earlier : null,
        standard_errors: z,
        examples: examples.map(({ messageId, quote }) => ({
          message_id: messageId,
          quote: excerpt(quote, term, quoteLength),
        })),
      };
    }),
    objections: objections.kinds.flatMap(({ kind, messages, messageIds, quote }) => {
      const share = shareOf(messages, read);
      const message_ids = messageIds.slice(-idsShown);
      return share ? [{ kind, messages, ...share, message_ids, quote: shorten(quote, quoteLength) }] : [];
    }),
    looked: {
      messages: objections.looked.messages,
      share: looked.share,
      before: looked.before,
      before_share: looked.beforeShare,
      objections_share: objections.looked.share,
      pending: looked.pending,
    },
    engine: "local",
    notes: notesOf({ topics: found, objections, isOwn }),
  };
}

function notesOf({ topics, objections, isOwn }: Omit<Found, "period"> & { isOwn: boolean }): string[] {
  const { looked, note } = topics;
  const drawn = (share: number) => `${Math.round(100 * share)} %`;
  return [
    ...(isOwn ? ["Only contacts assigned to you: your role reads no others' messages."] : []),
    ...(note === null ? [] : [note]),
    ...(looked.share < 1 || looked.beforeShare < 1
      ? [
          `Topics are counted in an even sample: ${drawn(looked.share)} of the period's messages, ${drawn(looked.beforeShare)} of those before.`,
        ]
      : []),
    ...(objections.looked.share < 1
      ? [`Objections are counted in an even sample of ${drawn(objections.looked.share)}.`]
      : []),
    ...(looked.pending > 0
      ? [
          `${looked.pending.toLocaleString("en-US")} conversations and messages are not searchable yet and left out. rapport index makes them so.`,
        ]
      : []),
  ];
}
