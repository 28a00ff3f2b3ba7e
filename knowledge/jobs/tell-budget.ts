import type { Principal } from "#core/principal.ts";
import type { Database } from "../db/database.ts";
import { loadLimits } from "../limits/limit-settings.ts";
import { spentToday } from "../limits/model-budget.ts";

/** Parts of the day's budget of language models at which somebody is told. */
const levels = [100, 80] as const;

/** Writes an event `budget.reached` when the workspace has used 80 % or all of the day's budget of models, each once a day (UTC). */
export async function tellBudget(db: Database, { tenant }: Principal): Promise<void> {
  await db.withTenant(
    tenant.id,
    async (tx) => {
      const limits = await loadLimits(tx, tenant.id);
      const spent = await spentToday(tx, tenant.id);
      const used = Math.max(
        percent(spent.tokens, limits.model_tokens_per_day),
        percent(spent.costMicroUsd, limits.model_usd_per_day * 1e6),
      );
      const level = levels.find((each) => used >= each);
      if (level === undefined) return;
      await tx.query(
        `select rapport_emit('budget.reached', '{}', $2::jsonb) where not exists (
           select 1 from events where tenant_id = $1 and type = 'budget.reached' and created_at >= date_trunc('day', now(), 'UTC')
             and (data ->> 'percent')::int >= $3)`,
        [tenant.id, JSON.stringify({ percent: level }), level],
      );
    },
    { idempotent: true },
  );
}

/** 0 where nothing was used, so that a budget of nothing is not reached every day. */
function percent(used: number, limit: number): number {
  return used === 0 ? 0 : (100 * used) / Math.max(limit, 1);
}
