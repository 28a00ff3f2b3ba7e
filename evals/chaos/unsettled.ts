import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "#knowledge/db/database.ts";
import type { ChaosTenant } from "./tenants.ts";

/** What workers have not done yet. */
export interface Unsettled {
  /** Events that are no jobs yet. */
  events: number;
  /** Jobs that wait or are under way, but for those of schedules. */
  jobs: number;
  staleScores: number;
  /** Texts that cannot be found yet. */
  unembedded: number;
  undelivered: number;
  unfinishedJobs: number;
  deadLetters: number;
}

/** Looks again and again until workers have nothing left to do, for so many seconds at most. */
export async function untilSettled(
  db: Database,
  tenants: readonly ChaosTenant[],
  seconds: number,
): Promise<{ left: Unsettled; seconds: number }> {
  const began = performance.now();
  for (;;) {
    const left = await unsettled(db, tenants);
    const { deadLetters: _, ...waiting } = left;
    const took = (performance.now() - began) / 1_000;
    if (took > seconds || Object.values(waiting).every((n) => n === 0)) return { left, seconds: took };
    await sleep(500);
  }
}

async function unsettled(db: Database, tenants: readonly ChaosTenant[]): Promise<Unsettled> {
  const { rows } = await db.withSystem((tx) =>
    tx.query<Pick<Unsettled, "events" | "jobs" | "deadLetters">>(
      `select (select count(*)::int from event_queue) as events,
        (select count(*)::int from pgboss.job where state in ('created', 'retry', 'active') and name not like '\\_\\_%'
          and name <> 'dead-letter' and data ? 'tenant') as jobs,
        (select count(*)::int from pgboss.job where name = 'dead-letter') as "deadLetters"`,
    ),
  );
  const sum: Unsettled = {
    ...{ events: 0, jobs: 0, deadLetters: 0, ...rows[0] },
    ...{ staleScores: 0, unembedded: 0, undelivered: 0, unfinishedJobs: 0 },
  };
  for (const { principal } of tenants) {
    const { id } = principal.tenant;
    const own = await db.readTenant(id, (tx) => tx.query<Record<keyof Unsettled, number>>(ofTenant, [id]));
    for (const name of ["staleScores", "unembedded", "undelivered", "unfinishedJobs"] as const)
      sum[name] += own.rows[0]?.[name] ?? 0;
  }
  return sum;
}

/** Scores of leads that have ended are made again only on request. */
const ofTenant = `select
  (select count(*)::int from contacts c left join lead_scores s on s.tenant_id = $1 and s.contact_id = c.id where c.tenant_id = $1
    and s.contact_version is distinct from c.updated_at
    and not exists (select from outcomes o where o.tenant_id = $1 and o.contact_id = c.id)) as "staleScores",
  (select count(*)::int from passage_queue where tenant_id = $1) as unembedded,
  (select count(*)::int from webhook_deliveries where tenant_id = $1 and status <> 'delivered') as undelivered,
  (select count(*)::int from background_jobs where tenant_id = $1 and status not in ('done', 'cancelled')) as "unfinishedJobs"`;
