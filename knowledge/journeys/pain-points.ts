import { localDay } from "#core/local-day.ts";
import { counted, spanText } from "#core/span-text.ts";
import type { Signal } from "../signals/signal.ts";

const hour = 3_600_000;

/** A signal as a sentence: with its dates and numbers, without a word of the customer's. */
export function painPointText({ kind, at, about, detail }: Signal, timeZone: string): string {
  const on = localDay(at, timeZone);
  const span = (hours: number | undefined) => spanText((hours ?? 0) * hour);
  switch (kind) {
    case "unanswered_question":
      return `A question of ${on} has waited for an answer for ${span(detail.ageHours)}.`;
    case "slow_reply":
      return `A message of ${on} was answered after ${span(detail.hours)}; more than ${span(detail.limitHours)} is slow here.`;
    case "repeated_ask":
      return `On ${on} the contact asked again what had been answered: ${counted(detail.times ?? 2, "time")} within ${span((detail.days ?? 0) * 24)}.`;
    case "objection":
      return `On ${on} the contact raised ${about ? objections[about] : "an objection"}${more(detail.messages)}.`;
    case "negative_turn":
      return `The contact's tone turned negative on ${on}.`;
    case "promise_due":
      return `What was promised on ${on} is overdue by ${span(detail.overdueHours)}.`;
  }
}

const objections = {
  costly: "the price as an objection",
  concern: "a concern",
  delay: "a delay",
  refusal: "a refusal",
  alternative: "another offer",
} as const;

function more(messages: number | undefined): string {
  return messages !== undefined && messages > 1 ? `, in ${messages} messages by then` : "";
}
