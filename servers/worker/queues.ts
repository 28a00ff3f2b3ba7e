import type { Rapport } from "../compose/compose.ts";
import { jobTools } from "./job-tools.ts";
import { webhookQueues } from "./webhook-queues.ts";
import type { WorkedQueues } from "./worked-queue.ts";

/** All queues that are worked on. What stands here is made, relayed to, retried and scheduled. */
export function workedQueues(rapport: Pick<Rapport, "operations" | "tools">): WorkedQueues {
  const { operations } = rapport;
  const { draft, refreshInsights } = jobTools(rapport.tools);
  return {
    "ev-calculation": {
      oneWaiting: true,
      handle: async ({ principal, signal }) =>
        void (await operations.refreshScores(principal, { scope: "open", signal })),
    },
    embed: {
      oneWaiting: true,
      handle: async ({ principal, signal }) => void (await operations.index(principal, { signal })),
    },
    "email-received": {
      batch: 50,
      handle: async ({ principal, event, send }) => {
        for (const id of await operations.awaitingDraft(principal, event))
          await send("ai-response", { id }, id);
      },
    },
    "ai-response": { handle: draft, oneWaiting: true },
    "background-job": {
      heartbeat: 60,
      expires: 86_000,
      handle: async ({ principal, event, signal, isLast }) => {
        for (const id of await operations.eventSubjects(principal, event))
          await operations.runJob(principal, { id, signal, isLast });
      },
    },
    ...webhookQueues(operations),
    train: {
      oneWaiting: true,
      expires: 7_200,
      heartbeat: 60,
      cron: "10 2 * * *",
      handle: async ({ principal, signal }) => void (await operations.trainIfDue(principal, { signal })),
    },
    "insights-refresh": { oneWaiting: true, cron: "10 4 * * *", handle: refreshInsights },
    "rate-limit-check": {
      oneWaiting: true,
      cron: "5 * * * *",
      handle: ({ principal }) => operations.tellBudget(principal),
    },
    // Where it is quiet: after training, before insights.
    retention: {
      oneWaiting: true,
      cron: "10 3 * * *",
      handle: async ({ principal, signal }) => void (await operations.runRetention(principal, { signal })),
    },
  };
}
