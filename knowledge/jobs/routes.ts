import type { QueueName } from "./queues.ts";

/** A queue that an event goes to. */
export interface Route {
  queue: QueueName;
  /** One job that waits stands for all of a tenant's events, instead of one for each. */
  perTenant?: boolean;
  /** Seconds to wait, so that one run serves a burst. */
  delay?: number;
}

const score: Route = { queue: "ev-calculation", perTenant: true, delay: 2 };
const embed: Route = { queue: "embed", perTenant: true, delay: 2 };
const tell: Route = { queue: "webhook-fanout" };

/** Events of which nobody outside is told have no `tell`. */
const routes: Readonly<Record<string, readonly Route[]>> = {
  "contact.created": [score, embed, tell],
  "contact.updated": [score, embed, tell],
  "contact.deleted": [tell],
  "interaction.logged": [score, embed, { queue: "email-received" }, tell],
  "interaction.updated": [score, embed, tell],
  "interaction.deleted": [score, embed, tell],
  "outcome.recorded": [score, tell],
  "article.changed": [embed],
  "lead.score_changed": [tell],
  "job.queued": [{ queue: "background-job" }],
  "webhook.received": [{ queue: "webhook-received" }],
  "import.completed": [tell],
  "follow-up.due": [tell],
  "job.finished": [tell],
  "budget.reached": [tell],
  "user.created": [tell],
  "role.changed": [tell],
  "access.granted": [tell],
  "webhook.disabled": [tell],
};

/** Where an event of a type goes, of the queues that somebody works on. */
export function routesOf(type: string, worked: ReadonlySet<string>): Route[] {
  return (routes[type] ?? []).filter(({ queue }) => worked.has(queue));
}

/** Types whose only queues nobody works on yet: their events stay until somebody does. */
export function heldTypes(worked: ReadonlySet<string>): string[] {
  return Object.keys(routes).filter(
    (type) => (routes[type] ?? []).length > 0 && routesOf(type, worked).length === 0,
  );
}
