import type { Database } from "../db/database.ts";
import { bossSchema } from "../jobs/open-boss.ts";

/**
 * Deletes jobs of the queues that are about one of the records, and what the last tries of a tenant's others left behind: errors may name
 * what failed. @returns how many
 */
export async function forgetWaitingJobs(
  db: Database,
  tenantId: string,
  ids: readonly string[],
  schema = bossSchema,
): Promise<number> {
  return db.withSystem(
    async (tx) => {
      const { rows } = await tx.query<{ there: boolean }>(`select to_regclass($1) is not null as there`, [
        `${schema}.job`,
      ]);
      if (!rows[0]?.there) return 0;
      await tx.query(
        `update ${schema}.job set output = null where data ->> 'tenant' = $1 and output is not null`,
        [tenantId],
      );
      const { rowCount } = await tx.query(
        `delete from ${schema}.job where data ->> 'tenant' = $1 and data ->> 'id' = any($2::text[]) and state <> 'active'`,
        [tenantId, ids],
      );
      return rowCount;
    },
    { idempotent: true },
  );
}
