import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";

/** What one tool used of one model. */
export interface ModelUsage {
  model: string;
  purpose: string;
  calls: number;
  /** Those that gave no usable answer. */
  failed: number;
  promptTokens: number;
  responseTokens: number;
  costMicroUsd: number;
}

/** What a workspace used of language models since a moment, the dearest first. */
export async function modelUsage(tx: Transaction, { tenant }: Principal, since: Date): Promise<ModelUsage[]> {
  const { rows } = await tx.query<ModelUsage>(
    `select model, purpose, count(*) as calls, count(*) filter (where outcome <> 'ok') as failed,
       sum(prompt_tokens)::bigint as "promptTokens", sum(response_tokens)::bigint as "responseTokens",
       sum(cost_micro_usd)::bigint as "costMicroUsd"
     from model_calls where tenant_id = $1 and generated_at >= $2
     group by model, purpose order by "costMicroUsd" desc, calls desc, model, purpose`,
    [tenant.id, since],
  );
  return rows;
}
