import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";

/** Takes `count` fresh numbers for passages and returns the first; until the transaction ends nobody else can. */
export async function takeNumbers(tx: Transaction, principal: Principal, count: number): Promise<number> {
  const { rows } = await tx.query<{ first: number }>(
    `insert into passage_statistics (tenant_id, next_no) values ($1, $2)
      on conflict (tenant_id) do update set next_no = passage_statistics.next_no + excluded.next_no
      returning next_no - $2 as first`,
    [principal.tenant.id, count],
  );
  return rows[0]?.first ?? 0;
}

/** How many passages, tokens and passages of each language came. */
export interface StatisticsChange {
  passages: number;
  tokens: number;
  languages: Record<string, number>;
}

/** Adds new passages to a tenant's statistics; what goes is taken off by a trigger. */
export async function changeStatistics(
  tx: Transaction,
  principal: Principal,
  { passages, tokens, languages }: StatisticsChange,
): Promise<void> {
  await tx.query(
    `update passage_statistics set passages = passages + $2, tokens = tokens + $3, languages = (
        select coalesce(jsonb_object_agg(key, count), '{}') from (
          select key, sum(value::int) as count from (
            select * from jsonb_each_text(passage_statistics.languages) union all select * from jsonb_each_text($4::jsonb)) a
          group by key having sum(value::int) > 0) b)
      where tenant_id = $1`,
    [principal.tenant.id, passages, tokens, JSON.stringify(languages)],
  );
}

/** Counts languages. */
export function tallyLanguages(languages: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const language of languages) counts[language] = (counts[language] ?? 0) + 1;
  return counts;
}
