import type { PgBoss } from "pg-boss";
import { AppError } from "#core/errors.ts";
import type { Database } from "../db/database.ts";
import { bossSchema } from "./open-boss.ts";
import { deadLetters, type JobPayload } from "./queues.ts";

/** created, retry, active, completed, cancelled or failed. */
export const jobStates = ["created", "retry", "active", "completed", "cancelled", "failed"] as const;
export type JobState = (typeof jobStates)[number];

/** A job of a queue, as operators see it. */
export interface QueuedJob {
  id: string;
  queue: string;
  state: JobState;
  payload: JobPayload | null;
  /** Tries that have ended without success. */
  retries: number;
  createdAt: Date;
  startsAt: Date;
  finishedAt: Date | null;
  /** Of a dead letter: the queue that it failed in. */
  from: string | null;
  /** What the last try came to. */
  error: string | null;
}

export interface QueuedJobsQuery {
  queue?: string | undefined;
  state?: JobState | undefined;
  limit?: number;
  schema?: string;
}

/** Jobs of all tenants, the newest first; nothing where no worker has ever run. */
export async function listQueuedJobs(
  db: Database,
  { queue, state, limit = 100, schema = bossSchema }: QueuedJobsQuery = {},
): Promise<QueuedJob[]> {
  const wanted = `($1::text is null or name = $1) and ($2::text is null or state::text = $2)
    and name not like '\\_\\_%'`;
  return db.withSystem(
    async (tx) => {
      if (!(await isThere(tx, schema))) return [];
      const { rows } = await tx.query<QueuedJob>(
        `select ${columns} from ${schema}.job where ${wanted} order by created_on desc, id limit $3`,
        [queue ?? null, state ?? null, limit],
      );
      return rows;
    },
    { idempotent: true },
  );
}

/** Jobs that failed in every try. */
export const listDeadLetters = (db: Database, query: Omit<QueuedJobsQuery, "queue"> = {}) =>
  listQueuedJobs(db, { ...query, queue: deadLetters });

/** @throws AppError NOT_FOUND */
export async function showQueuedJob(db: Database, id: string, schema = bossSchema): Promise<QueuedJob> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
  const found = isId
    ? await db.withSystem(
        async (tx) => {
          if (!(await isThere(tx, schema))) return undefined;
          const { rows } = await tx.query<QueuedJob>(`select ${columns} from ${schema}.job where id = $1`, [
            id,
          ]);
          return rows[0];
        },
        { idempotent: true },
      )
    : undefined;
  if (found) return found;
  throw new AppError("NOT_FOUND", "There is no such job. rapport jobs list shows those that there are.");
}

/**
 * Puts dead letters back into the queues that they failed in, with all their tries.
 * @param ids of dead letters; absent: all. @returns how many. @throws AppError NOT_FOUND when none of the ids is a dead letter.
 */
export async function requeueDeadLetters(boss: PgBoss, ids?: readonly string[]): Promise<number> {
  if (!(await boss.getQueue(deadLetters))) return 0;
  const moved = await boss.redrive(deadLetters, ids ? { ids: [...ids] } : {});
  if (moved === 0 && ids) {
    throw new AppError("NOT_FOUND", "There is no such dead letter. rapport jobs dead lists them.");
  }
  return moved;
}

const columns = `id, name as queue, state::text as state, data as payload, retry_count as retries, created_on as "createdAt",
  start_after as "startsAt", completed_on as "finishedAt", source_name as "from",
  left(coalesce(source_output, output) ->> 'message', 500) as error`;

async function isThere(
  tx: { query<R extends object>(text: string, values: unknown[]): Promise<{ rows: R[] }> },
  schema: string,
): Promise<boolean> {
  const { rows } = await tx.query<{ there: boolean }>(`select to_regclass($1) is not null as there`, [
    `${schema}.job`,
  ]);
  return rows[0]?.there === true;
}
