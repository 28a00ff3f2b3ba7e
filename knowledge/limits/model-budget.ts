import { AppError } from "#core/errors.ts";
import type { ModelBudget } from "#core/model-call.ts";
import type { Database, Transaction } from "../db/database.ts";
import { type LimitSettings, loadLimits } from "./limit-settings.ts";

interface Spent {
  tokens: number;
  costMicroUsd: number;
}

/**
 * Admits calls of language models as long as the tenant's tokens and money of the day (UTC) last. What is under way in this
 * process is set aside; other processes' calls count once they are recorded, so together they may go beyond by what they
 * have under way. A budget that cannot be read admits nothing.
 */
export function modelBudget(db: Database): ModelBudget {
  const aside = new Map<string, Spent>();
  const add = (tenantId: string, { tokens, costMicroUsd }: Spent, sign: 1 | -1) => {
    const before = aside.get(tenantId) ?? nothing;
    const after = {
      tokens: before.tokens + sign * tokens,
      costMicroUsd: before.costMicroUsd + sign * costMicroUsd,
    };
    if (after.tokens === 0 && after.costMicroUsd === 0) aside.delete(tenantId);
    else aside.set(tenantId, after);
  };
  // Scorers that are asked together ask the database once, and none begins later than the others for it.
  const readings = new Map<string, Promise<{ limits: LimitSettings; spent: Spent }>>();
  const read = (tenantId: string) => {
    const reading =
      readings.get(tenantId) ??
      db
        .readTenant(tenantId, async (tx) => ({
          limits: await loadLimits(tx, tenantId),
          spent: await spentToday(tx, tenantId),
        }))
        .finally(() => readings.delete(tenantId));
    readings.set(tenantId, reading);
    return reading;
  };
  return {
    admit: async ({ tenant }, expected) => {
      // Set aside before asking the database, or calls that begin together would not see each other.
      add(tenant.id, expected, 1);
      try {
        const { limits, spent } = await read(tenant.id);
        const others = aside.get(tenant.id) ?? nothing;
        const used = {
          tokens: spent.tokens + others.tokens,
          costMicroUsd: spent.costMicroUsd + others.costMicroUsd,
        };
        const beyond = beyondLimit(used, limits);
        if (beyond) throw new AppError("AI_SERVICE_UNAVAILABLE", exhausted(tenant.name, beyond));
      } catch (error) {
        add(tenant.id, expected, -1);
        throw error;
      }
      let released = false;
      return () => {
        if (!released) add(tenant.id, expected, -1);
        released = true;
      };
    },
  };
}

const nothing: Spent = { tokens: 0, costMicroUsd: 0 };

/** What a tenant's calls of language models used since midnight UTC. */
export async function spentToday(tx: Transaction, tenantId: string): Promise<Spent> {
  const { rows } = await tx.query<Spent>(
    `select coalesce(sum(prompt_tokens + response_tokens), 0)::bigint as tokens,
       coalesce(sum(cost_micro_usd), 0)::bigint as "costMicroUsd"
     from model_calls where tenant_id = $1 and generated_at >= date_trunc('day', now(), 'UTC')`,
    [tenantId],
  );
  return rows[0] ?? nothing;
}

function beyondLimit(used: Spent, limits: LimitSettings): string | undefined {
  if (used.tokens > limits.model_tokens_per_day)
    return `${limits.model_tokens_per_day.toLocaleString("en")} tokens a day`;
  if (used.costMicroUsd > limits.model_usd_per_day * 1e6) return `$${limits.model_usd_per_day} a day`;
  return undefined;
}

function exhausted(workspace: string, limit: string): string {
  return `The language models' budget of workspace ${workspace} (${limit}) is used up until midnight UTC. An administrator raises it with: npm run -s rapport -- limits set.`;
}
