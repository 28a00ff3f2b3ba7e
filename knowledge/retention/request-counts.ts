import type { Database } from "../db/database.ts";

/** Counts of requests whose minute has long ended, of a tenant; keys name it. @returns how many went, or would go */
export async function forgetRequestCounts(
  db: Database,
  tenantId: string,
  { isDryRun }: { isDryRun: boolean },
): Promise<number> {
  const ended = `position($1 in key) > 0 and expire < (extract(epoch from now()) - 3600) * 1000`;
  return db.withSystem(
    async (tx) => {
      if (isDryRun) {
        const { rows } = await tx.query<{ rows: number }>(
          `select count(*)::int as rows from request_counts where ${ended}`,
          [tenantId],
        );
        return rows[0]?.rows ?? 0;
      }
      return (await tx.query(`delete from request_counts where ${ended}`, [tenantId])).rowCount;
    },
    { idempotent: true },
  );
}
