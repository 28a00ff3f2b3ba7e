import { AppError } from "#core/errors.ts";
import type { ModelBudget } from "#core/model-call.ts";
import type { Principal } from "#core/principal.ts";
import type { Database, Transaction } from "../db/database.ts";
import { budgetsOf, type ModelShare, type Spent } from "./budgets-of.ts";
import { type LimitSettings, loadLimits } from "./limit-settings.ts";

/**
 * Admits calls of language models as long as tokens and money of the day (UTC) last: the tenant's, the user's or key's, and
 * the model's. What is under way in this process is set aside; other processes' calls count once they are recorded, so
 * together they may go beyond by what they have under way. A budget that cannot be read admits nothing.
 */
export function modelBudget(db: Database): ModelBudget {
  const aside = new Map<string, Set<ModelShare>>();
  const read = sharedReading(db);
  const setAside = (tenantId: string, share: ModelShare) => {
    const shares = aside.get(tenantId) ?? new Set();
    aside.set(tenantId, shares.add(share));
    return () => {
      shares.delete(share);
      if (shares.size === 0 && aside.get(tenantId) === shares) aside.delete(tenantId);
    };
  };
  return {
    admit: async (principal, expected) => {
      const { tenant, user } = principal;
      // Set aside before asking the database, or calls that begin together would not see each other.
      const release = setAside(tenant.id, { ...expected, user, isKey: isKey(principal) });
      try {
        const { limits, spent } = await read(tenant.id);
        const shares = [...spent, ...(aside.get(tenant.id) ?? [])];
        const beyond = budgetsOf({ user, isKey: isKey(principal), model: expected.model }, limits).find(
          (budget) => isBeyond(total(shares.filter(budget.counts)), budget),
        );
        if (beyond) throw new AppError("AI_SERVICE_UNAVAILABLE", exhausted(tenant.name, beyond.told));
      } catch (error) {
        release();
        throw error;
      }
      return release;
    },
  };
}

/** What a tenant's calls of language models used since midnight UTC. */
export async function spentToday(tx: Transaction, tenantId: string): Promise<Spent> {
  const { tokens, costMicroUsd } = total(await sharesToday(tx, tenantId));
  return { tokens, costMicroUsd };
}

async function sharesToday(tx: Transaction, tenantId: string): Promise<ModelShare[]> {
  const { rows } = await tx.query<ModelShare>(
    `select model, user_id as user, coalesce(metadata->>'caller' = 'key', false) as "isKey",
       sum(prompt_tokens + response_tokens)::bigint as tokens, sum(cost_micro_usd)::bigint as "costMicroUsd"
     from model_calls where tenant_id = $1 and generated_at >= date_trunc('day', now(), 'UTC')
     group by 1, 2, 3`,
    [tenantId],
  );
  return rows;
}

/** Scorers that are asked together ask the database once, and none begins later than the others for it. */
function sharedReading(db: Database) {
  const readings = new Map<string, Promise<{ limits: LimitSettings; spent: ModelShare[] }>>();
  return (tenantId: string) => {
    const reading =
      readings.get(tenantId) ??
      db
        .readTenant(tenantId, async (tx) => ({
          limits: await loadLimits(tx, tenantId),
          spent: await sharesToday(tx, tenantId),
        }))
        .finally(() => readings.delete(tenantId));
    readings.set(tenantId, reading);
    return reading;
  };
}

function isKey({ kind }: Principal): boolean {
  return kind === "key";
}

function total(shares: readonly Spent[]): Spent {
  return {
    tokens: shares.reduce((sum, { tokens }) => sum + tokens, 0),
    costMicroUsd: shares.reduce((sum, { costMicroUsd }) => sum + costMicroUsd, 0),
  };
}

function isBeyond({ tokens, costMicroUsd }: Spent, limit: { tokens?: number; usd?: number }): boolean {
  return tokens > (limit.tokens ?? Infinity) || costMicroUsd > (limit.usd ?? Infinity) * 1e6;
}

function exhausted(workspace: string, limit: string): string {
  return `The language models' budget of workspace ${workspace} (${limit}) is used up until midnight UTC. An administrator raises it with: npm run -s rapport -- limits set.`;
}
