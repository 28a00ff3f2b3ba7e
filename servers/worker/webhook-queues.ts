import type { Rapport } from "../compose/compose.ts";
import type { WorkedQueues } from "./worked-queue.ts";

type Operations = Pick<Rapport["operations"], "fanOut" | "deliver" | "processMessage" | "eventSubjects">;

/** Telling other systems of events, and taking in what they tell. */
export function webhookQueues(operations: Operations): WorkedQueues {
  return {
    "webhook-fanout": {
      batch: 20,
      handle: async ({ principal, event, send }) => {
        for (const id of await operations.fanOut(principal, event)) await send("webhook-deliver", { id });
      },
    },
    // Thirteen tries in about eight hours: a restart costs seconds, and receivers may be away for a night. One that failed for good is
    // stored as such, and is no dead letter.
    "webhook-deliver": {
      retries: 12,
      pause: 5,
      longestPause: 21_600,
      expires: 60,
      handle: ({ principal, id, isLast }) => operations.deliver(principal, { id, isLast }),
    },
    "webhook-received": {
      handle: async ({ principal, event }) => {
        for (const id of await operations.eventSubjects(principal, event))
          await operations.processMessage(principal, id);
      },
    },
  };
}
