import { hourMs, hoursBetween, idsOf, mostOfAKind, speakerOf } from "./kept.ts";
import type { ReadMessage } from "./read-message.ts";
import type { Signal, SignalOptions } from "./signal.ts";

/** A younger question is not late yet. */
export const graceHours = 1;

/** The contact's questions that nobody has answered since, in any conversation or by phone. */
export function findUnansweredQuestions(
  messages: readonly ReadMessage[],
  { now }: Pick<SignalOptions, "now">,
): Signal[] {
  const open = messages.slice(messages.findLastIndex((message) => message.answers) + 1);
  const asking = open.filter(
    ({ asks, at }) => asks.length > 0 && now.getTime() - at.getTime() >= graceHours * hourMs,
  );
  return asking.slice(-mostOfAKind).map((message) => ({
    kind: "unanswered_question",
    at: message.at,
    messageIds: [message.entry.id],
    quote: message.asks.at(-1)?.quote ?? null,
    speaker: speakerOf(message),
    detail: { ageHours: hoursBetween(message.at, now), asked: idsOf(asking).length },
  }));
}
