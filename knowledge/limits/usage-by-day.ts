import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { type UsageSum, usageSums } from "./usage-sums.ts";

/** What a workspace used of one model on one day (UTC). */
export interface DailyUsage extends UsageSum {
  /** YYYY-MM-DD. */
  day: string;
  model: string;
}

/** What a workspace used of language models since a moment, the latest day first and on each day the dearest. */
export async function usageByDay(tx: Transaction, { tenant }: Principal, since: Date): Promise<DailyUsage[]> {
  const { rows } = await tx.query<DailyUsage>(
    `select to_char(generated_at at time zone 'UTC', 'YYYY-MM-DD') as day, model, ${usageSums}
     from model_calls where tenant_id = $1 and generated_at >= $2
     group by 1, 2 order by 1 desc, "costMicroUsd" desc, 2 limit 5000`,
    [tenant.id, since],
  );
  return rows;
}
