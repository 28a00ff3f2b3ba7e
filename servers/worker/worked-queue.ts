import type { Principal } from "#core/principal.ts";

/** A try of a job, with whom it is for; jobs of tenants that are gone or suspended never get here. */
export interface Try {
  principal: Principal;
  /** `seq` of the event that it is about. */
  event: number;
  /** Of the conversation or delivery that it is about. */
  id: string;
  signal: AbortSignal;
  /** Whether it will not be tried again. */
  isLast: boolean;
  /** Puts a further job into a queue; of jobs with a key only one waits. */
  send(queue: string, job: { event?: number; id?: string }, key?: string): Promise<void>;
}

/** What works on a queue, and how. */
export interface WorkedQueue {
  handle(job: Try): Promise<void>;
  /** Further tries after the first, 2 by default. */
  retries?: number;
  /** Seconds before the second try, doubled up to `longestPause`. */
  pause?: number;
  longestPause?: number;
  /** Seconds after which a try is taken for dead, 900 by default. */
  expires?: number;
  /** Seconds without a sign of life after which a try is taken for dead, 20 by default. */
  heartbeat?: number;
  /** Of jobs with one key at most one waits, and of a tenant's at most one is worked on. */
  oneWaiting?: boolean;
  /** Jobs taken at once, one after the other, 1 by default; if one fails, all are tried again. */
  batch?: number;
  /** When every tenant gets a job of its own: five fields of cron, UTC. */
  cron?: string;
}

export type WorkedQueues = Readonly<Record<string, WorkedQueue>>;
