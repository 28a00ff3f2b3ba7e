import type { Principal } from "#core/principal.ts";
import type { Database } from "../../db/database.ts";
import { refreshScores } from "../../scoring/stored-scores/refresh-scores.ts";
import type { JobWork } from "../run-job.ts";

/** Makes the stored scores of the open leads, or of all contacts, right again. */
export const scoreWork: JobWork = async (db, principal, { job, progress }) => {
  const scope = job.input.scope === "all" ? "all" : "open";
  const total = await contactsIn(db, principal);
  progress.report(0, total);
  const { scored, modelId } = await refreshScores(db, principal, {
    scope,
    signal: progress.signal,
    onProgress: (count) => progress.report(count, total),
  });
  return { scored, modelId };
};

/** An upper bound of what is to be scored: what is stale is only found page by page. */
async function contactsIn(db: Database, { tenant }: Principal): Promise<number> {
  return db.readTenant(tenant.id, async (tx) => {
    const { rows } = await tx.query<{ n: number }>(
      `select count(*) as n from contacts where tenant_id = $1`,
      [tenant.id],
    );
    return rows[0]?.n ?? 0;
  });
}
