import { PgBoss } from "pg-boss";
import { log } from "#core/log.ts";
import type { Database } from "../db/database.ts";
import { bossDatabase } from "./boss-database.ts";
import { deadLetters, type QueuePolicy } from "./queues.ts";

export interface BossOptions {
  /** Where its tables stand. */
  schema?: string;
  /** Seconds between two looks for tries that are taken for dead. */
  superviseSeconds?: number;
  /** False: no schedules are kept, and nothing is tidied up, as for a command that only looks. */
  supervise?: boolean;
}

export const bossSchema = "pgboss";

/** Opens the queues of jobs, on the database's own connections, and makes or updates their tables when it is started. */
export function openBoss(
  db: Database,
  { schema = bossSchema, superviseSeconds = 30, supervise = true }: BossOptions = {},
): PgBoss {
  const boss = new PgBoss({
    db: bossDatabase(db),
    schema,
    backend: db.kind === "embedded" ? "pglite" : "postgres",
    supervise,
    schedule: supervise,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    cronWorkerIntervalSeconds: 30,
    // Both look into catalogs for what autovacuum and REINDEX do here.
    reindex: false,
    monitorVacuum: false,
    flowIntervalSeconds: 600,
  });
  boss.on("error", (error) => log.error({ err: error }, "jobs"));
  boss.on("warning", (warning) => log.warn({ warning: warning.message }, "jobs"));
  return boss;
}

/** Makes the queues that are not there yet, and gives the others their policy. */
export async function ensureQueues(boss: PgBoss, policies: ReadonlyMap<string, QueuePolicy>): Promise<void> {
  const present = new Set((await boss.getQueues()).map(({ name }) => name));
  const keep = { retryLimit: 0, deleteAfterSeconds: 0, retentionSeconds: 90 * 86_400 };
  if (!present.has(deadLetters)) await boss.createQueue(deadLetters, keep);
  for (const [name, policy] of policies) {
    const options = {
      retryLimit: policy.retries,
      retryDelay: policy.pause,
      retryBackoff: true,
      retryDelayMax: policy.longestPause,
      expireInSeconds: policy.expires,
      ...(policy.heartbeat === undefined ? {} : { heartbeatSeconds: policy.heartbeat }),
      deleteAfterSeconds: 86_400,
      deadLetter: deadLetters,
    };
    if (present.has(name)) await boss.updateQueue(name, options);
    else await boss.createQueue(name, { ...options, policy: policy.oneWaiting ? "short" : "standard" });
    // Makes it remember the queue: to ask for it within the relay's transaction would wait for that very transaction.
    await boss.insert(name, []);
  }
}
