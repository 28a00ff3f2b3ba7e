import { hoursBetween, mostOfAKind, speakerOf } from "./kept.ts";
import type { ReadMessage } from "./read-message.ts";
import type { Signal, SignalOptions } from "./signal.ts";

/** No answer within a day is slow, whatever the team's habit. */
const leastSlow = 24;
/** What is slow where the team's habit is not known: two days. */
const slowUnknown = 48;

/** Answers of ours that took longer than nine in ten of this team's, and a day at least. */
export function findSlowReplies(
  messages: readonly ReadMessage[],
  { replyP90Hours }: SignalOptions,
): Signal[] {
  const limitHours = Math.max(leastSlow, replyP90Hours ?? slowUnknown);
  return repliesOf(messages)
    .filter(({ hours }) => hours > limitHours)
    .slice(-mostOfAKind)
    .map(({ asked, answer, hours }) => ({
      kind: "slow_reply",
      at: asked.at,
      messageIds: [asked.entry.id, answer.entry.id],
      quote: asked.asks[0]?.quote ?? firstWords(asked),
      speaker: speakerOf(asked),
      detail: { hours, limitHours: Math.round(limitHours * 10) / 10 },
    }));
}

/** Each first message that waited, with what answered it. */
function repliesOf(messages: readonly ReadMessage[]) {
  const replies: { asked: ReadMessage; answer: ReadMessage; hours: number }[] = [];
  let asked: ReadMessage | null = null;
  for (const message of messages) {
    if (message.awaits) asked ??= message;
    else if (message.answers && asked !== null) {
      replies.push({ asked, answer: message, hours: hoursBetween(asked.at, message.at) });
      asked = null;
    }
  }
  return replies;
}

const longest = 240;

function firstWords({ entry: { content, subject } }: ReadMessage): string | null {
  const text = (content?.trim() || subject || "")
    .slice(0, 2 * longest)
    .replace(/\s+/g, " ")
    .trim();
  if (text === "") return null;
  return text.length > longest ? text.slice(0, longest).replace(/\s?\S*$/, "") : text;
}
