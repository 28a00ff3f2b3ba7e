import type { JobInsert, PgBoss } from "pg-boss";
import type { Database } from "../db/database.ts";
import { bossTransaction } from "./boss-database.ts";
import type { JobPayload } from "./queues.ts";
import { heldTypes, type Route, routesOf } from "./routes.ts";

const atMost = 500;

export interface RelayOptions {
  /** Queues that somebody works on. */
  worked: ReadonlySet<string>;
  /** Only events of these tenants; of all by default. */
  tenants?: readonly string[] | undefined;
}

/** What one pass did. */
export interface Relayed {
  events: number;
  /** Whether more may wait. */
  isFull: boolean;
  /** Seconds until the jobs of each queue may begin. */
  queues: ReadonlyMap<string, number>;
}

interface QueuedEvent {
  id: number;
  tenant: string;
  event: number;
  type: string;
}

/**
 * Turns up to 500 events into jobs, in one transaction that takes them out of their queue too: each becomes jobs exactly once,
 * whenever this process ends. Several processes may do so at once.
 * @param boss started, with its queues made: their names are asked for outside the transaction.
 */
export async function relayEvents(
  db: Database,
  boss: Pick<PgBoss, "insert">,
  { worked, tenants }: RelayOptions,
): Promise<Relayed> {
  return db.withSystem(async (tx) => {
    const { rows } = await tx.query<QueuedEvent>(
      `delete from event_queue where id in (
         select id from event_queue where type <> all($1::text[]) and ($2::uuid[] is null or tenant = any($2))
         order by id limit ${atMost} for update skip locked)
       returning id, tenant, event, type`,
      [heldTypes(worked), tenants ?? null],
    );
    const jobs = new Map<string, JobInsert<JobPayload>[]>();
    const queues = new Map<string, number>();
    for (const row of rows.toSorted((a, b) => a.id - b.id)) {
      for (const route of routesOf(row.type, worked)) {
        jobs.set(route.queue, [...(jobs.get(route.queue) ?? []), jobOf(row, route)]);
        queues.set(route.queue, route.delay ?? 0);
      }
    }
    for (const [queue, inserts] of jobs)
      await boss.insert(queue, onceEach(inserts), { db: bossTransaction(tx), returnId: false });
    return { events: rows.length, isFull: rows.length === atMost, queues };
  });
}

function jobOf({ tenant, event }: QueuedEvent, { perTenant, delay }: Route): JobInsert<JobPayload> {
  const later = delay === undefined ? {} : { startAfter: delay };
  // Of jobs that wait, pg-boss keeps one with the key.
  if (perTenant) return { data: { tenant }, singletonKey: tenant, group: { id: tenant }, ...later };
  return { data: { tenant, event }, ...later };
}

/** Without the repeats of a tenant's job, which would only be refused. */
function onceEach(jobs: readonly JobInsert<JobPayload>[]): JobInsert<JobPayload>[] {
  const seen = new Set<string>();
  return jobs.filter(({ singletonKey }) => {
    if (singletonKey === undefined) return true;
    if (seen.has(singletonKey)) return false;
    seen.add(singletonKey);
    return true;
  });
}
