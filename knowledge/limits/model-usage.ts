import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { type UsageSum, usageSums } from "./usage-sums.ts";

/** What one tool used of one model. */
export interface ModelUsage extends UsageSum {
  model: string;
  purpose: string;
}

/** What a workspace used of language models since a moment, the dearest first. */
export async function modelUsage(tx: Transaction, { tenant }: Principal, since: Date): Promise<ModelUsage[]> {
  const { rows } = await tx.query<ModelUsage>(
    `select model, purpose, ${usageSums}
     from model_calls where tenant_id = $1 and generated_at >= $2
     group by model, purpose order by "costMicroUsd" desc, calls desc, model, purpose`,
    [tenant.id, since],
  );
  return rows;
}
