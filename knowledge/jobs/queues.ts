/** The queues of jobs, by name; the payload of each holds ids only. */
export const queueNames = [
  "ev-calculation",
  "embed",
  "email-received",
  "ai-response",
  "background-job",
  "webhook-received",
  "webhook-fanout",
  "webhook-deliver",
  "train",
  "insights-refresh",
  "rate-limit-check",
  "retention",
] as const;
export type QueueName = (typeof queueNames)[number];

/** Where jobs end that failed in every try, with their payload and the last error. */
export const deadLetters = "dead-letter";

/** What a job is given. Without a tenant it is a schedule's, and is handed on to every tenant. */
export interface JobPayload {
  tenant?: string;
  /** `seq` of the event. */
  event?: number;
  /** Of the conversation or delivery that it is about. */
  id?: string;
}

/** How a queue's jobs are tried. */
export interface QueuePolicy {
  /** Further tries after the first. */
  retries: number;
  /** Seconds before the second try; doubled from try to try, up to `longestPause`. */
  pause: number;
  longestPause: number;
  /** Seconds after which a try is taken for dead. */
  expires: number;
  /** Seconds without a sign of life after which a try is taken for dead, 10 at least; absent: only `expires` counts. */
  heartbeat?: number;
  /** Of jobs with one key at most one waits. */
  oneWaiting?: boolean;
}

/** Three tries, then a dead letter. */
export const defaultPolicy: QueuePolicy = { retries: 2, pause: 5, longestPause: 300, expires: 900 };
