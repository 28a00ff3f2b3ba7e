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
    // Ten tries in about four hours; one that failed for good is stored as such, and is no dead letter.
    "webhook-deliver": {
      retries: 9,
      pause: 30,
      longestPause: 7_200,
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
