import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Database, Transaction } from "../db/database.ts";
import { loadLimits } from "../limits/limit-settings.ts";
import { type Period, periods } from "./periods.ts";
import { forgetRequestCounts } from "./request-counts.ts";

/** Rows that one statement takes at most: nobody waits long for it. */
const batchSize = 5_000;

export interface RetentionOptions {
  /** Counts what would go, and lets it be. */
  isDryRun?: boolean;
  signal?: AbortSignal | undefined;
}

/** What went of one kind, or would go. */
export interface RetentionRow {
  name: string;
  table: string;
  /** Days that it is kept; null: for ever. */
  days: number | null;
  rows: number;
}

/**
 * Lets go of a workspace's rows whose time is up, a batch a transaction. Doing it twice, or ending in between, is no harm.
 * @throws AppError FORBIDDEN for others than administrators, CANCELLED between two batches
 */
export async function runRetention(
  db: Database,
  { tenant, roles }: Principal,
  { isDryRun = false, signal }: RetentionOptions = {},
): Promise<RetentionRow[]> {
  if (!roles.includes("ADMIN")) {
    throw new AppError(
      "FORBIDDEN",
      `Only an administrator of ${tenant.name} lets its old records go. Ask one.`,
    );
  }
  const { customer_data_days: customerDays } = await db.readTenant(tenant.id, (tx) =>
    loadLimits(tx, tenant.id),
  );
  const told: RetentionRow[] = [];
  for (const period of periods) {
    const days = period.days ?? customerDays ?? null;
    const work = { tenantId: tenant.id, period, days: days ?? 0, signal };
    const rows = days === null ? 0 : isDryRun ? await countGone(db, work) : await letGo(db, work);
    told.push({ name: period.name, table: period.table, days, rows });
  }
  const counts = await forgetRequestCounts(db, tenant.id, { isDryRun });
  return [...told, { name: "counts of requests", table: "request_counts", days: 0, rows: counts }];
}

interface Work {
  tenantId: string;
  period: Period;
  days: number;
  signal: AbortSignal | undefined;
}

async function countGone(db: Database, { tenantId, period, days }: Work): Promise<number> {
  return db.readTenant(tenantId, async (tx) => {
    const { rows } = await tx.query<{ rows: number }>(
      `select count(*)::int as rows from ${period.table} r where r.tenant_id = $1 and ${period.gone}`,
      [tenantId, days],
    );
    return rows[0]?.rows ?? 0;
  });
}

async function letGo(db: Database, { tenantId, period, days, signal }: Work): Promise<number> {
  const { batch = batchSize } = period;
  let rows = 0;
  for (let gone = batch; gone === batch; rows += gone) {
    if (signal?.aborted)
      throw new AppError("CANCELLED", "Stopped between two batches; what went is gone.", { retryable: true });
    gone = await db.withTenant(tenantId, (tx) => letSomeGo(tx, { tenantId, period, days }), {
      idempotent: true,
    });
  }
  return rows;
}

async function letSomeGo(
  tx: Transaction,
  { tenantId, period, days }: Pick<Work, "tenantId" | "period" | "days">,
): Promise<number> {
  const { table, gone, instead, batch = batchSize } = period;
  const { rowCount } = await tx.query(
    `${instead ? `update ${table} set ${instead}` : `delete from ${table}`}
      where tenant_id = $1 and ctid = any (array(select r.ctid from ${table} r where r.tenant_id = $1 and ${gone} limit ${batch}))`,
    [tenantId, days],
  );
  return rowCount;
}
