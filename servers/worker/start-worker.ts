import { log } from "#core/log.ts";
import type { Rapport } from "../compose/compose.ts";
import { startRelay } from "./relay-loop.ts";
import { runTry, type TakenJob } from "./run-try.ts";
import type { WorkedQueue, WorkedQueues } from "./worked-queue.ts";

export interface WorkerOptions {
  queues: WorkedQueues;
  /** Only events of these tenants; of all by default. */
  tenants?: readonly string[];
  /** Seconds between two looks into a queue whose jobs did not come from this process; by default 2, with the embedded database 5. */
  pollSeconds?: number;
  /** Where the queues stand, and how often tries are looked for that are taken for dead. */
  boss?: { schema?: string; superviseSeconds?: number };
}

export interface RunningWorker {
  /** Takes nothing new and resolves when what is under way has ended, or was given back after 25 s. */
  stop(): Promise<void>;
}

const drainMs = 25_000;

/** Turns events into jobs and works on them until it is stopped. Any number of workers share the work of a database. */
export async function startWorker(
  rapport: Pick<Rapport, "operations" | "databaseKind">,
  { queues, tenants, pollSeconds, boss: settings }: WorkerOptions,
): Promise<RunningWorker> {
  const { operations, databaseKind } = rapport;
  const policies = new Map(Object.entries(queues).map(([name, queue]) => [name, policyOf(queue)]));
  const superviseSeconds = databaseKind === "embedded" ? 30 : 10;
  const boss = await operations.startQueues(policies, { superviseSeconds, ...settings });
  const workers = new Map<string, string>();
  const timers = new Set<NodeJS.Timeout>();
  const wake = (queue: string, seconds = 0) => {
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        const worker = workers.get(queue);
        if (worker) boss.notifyWorker(worker);
      },
      seconds === 0 ? 0 : seconds * 1_000 + 50,
    );
    timers.add(timer);
  };
  const pollingIntervalSeconds = pollSeconds ?? (databaseKind === "embedded" ? 5 : 2);
  for (const [name, queue] of Object.entries(queues)) {
    const options = {
      pollingIntervalSeconds,
      batchSize: queue.batch ?? 1,
      includeMetadata: true as const,
      ...(queue.oneWaiting ? { groupConcurrency: 1 } : {}),
    };
    const work = async (jobs: readonly TakenJob[]) => {
      for (const job of jobs) await runTry({ operations, boss, wake, queue }, job);
      // More may wait: looked for at once, not at the next poll.
      wake(name);
    };
    workers.set(name, await boss.work<TakenJob["data"], void, typeof options>(name, options, work));
    if (queue.cron) await boss.schedule(name, queue.cron, {}, { missed: "once" });
  }
  const relay = startRelay(async () => {
    const relayed = await operations.relayEvents(boss, { worked: new Set(Object.keys(queues)), tenants });
    for (const [queue, seconds] of relayed.queues) wake(queue, seconds);
    return relayed;
  });
  log.info({ queues: [...workers.keys()] }, "the worker has begun");
  return {
    stop: async () => {
      await relay.stop();
      for (const timer of timers) clearTimeout(timer);
      await boss.stop({ graceful: true, timeout: drainMs });
      log.info("the worker has ended");
    },
  };
}

/** Jobs of a worker that was killed are taken up by another soon: while one counts as under way, a tenant's next one waits. */
function policyOf({ retries = 2, pause = 5, longestPause = 300, expires = 900, ...rest }: WorkedQueue) {
  const { heartbeat = 20, oneWaiting } = rest;
  return {
    ...{ retries, pause, longestPause, expires, heartbeat },
    ...(oneWaiting === undefined ? {} : { oneWaiting }),
  };
}
