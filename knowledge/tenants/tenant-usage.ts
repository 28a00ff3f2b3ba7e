import { actFor } from "../backup/read-rows.ts";
import { quoted, readTables } from "../backup/tables.ts";
import type { Database } from "../db/database.ts";
import { listTenants } from "./tenant.ts";

/** What a workspace holds, and what it used since a moment. */
export interface TenantUsage {
  name: string;
  /** Rows, by table; tables without any are left out. */
  rows: Record<string, number>;
  /** Operations that wrote, sent or were refused: the rows of the audit log. Reading is not kept. */
  operations: number;
  modelCalls: number;
  /** Prompts and responses. */
  tokens: number;
  costMicroUsd: number;
}

/** Counts every workspace, by name. It reads all tables: for operators, now and then. */
export async function tenantUsage(db: Database, since: Date): Promise<TenantUsage[]> {
  const used: TenantUsage[] = [];
  for (const { id, name } of await listTenants(db)) used.push({ name, ...(await usageOf(db, id, since)) });
  return used;
}

function usageOf(db: Database, id: string, since: Date): Promise<Omit<TenantUsage, "name">> {
  return db.withSystem(
    async (tx) => {
      await actFor(tx, id);
      const tables = (await readTables(tx)).filter(({ name }) => name !== "tenants");
      const counts = tables.map(
        ({ name, tenantColumn }) =>
          `select '${name}' as name, count(*)::float8 as rows from ${quoted(name)} where ${quoted(tenantColumn)} = $1`,
      );
      const { rows: counted } = await tx.query<{ name: string; rows: number }>(counts.join(" union all "), [
        id,
      ]);
      const { rows } = await tx.query<Omit<TenantUsage, "name" | "rows">>(
        `select (select count(*)::float8 from audit_log where tenant_id = $1 and at >= $2) as operations, count(*)::float8 as "modelCalls",
           coalesce(sum(prompt_tokens + response_tokens), 0)::float8 as tokens, coalesce(sum(cost_micro_usd), 0)::float8 as "costMicroUsd"
         from model_calls where tenant_id = $1 and generated_at >= $2`,
        [id, since],
      );
      const [used = { operations: 0, modelCalls: 0, tokens: 0, costMicroUsd: 0 }] = rows;
      const held = counted
        .filter((table) => table.rows > 0)
        .map((table) => [table.name, table.rows] as const);
      return { rows: Object.fromEntries(held), ...used };
    },
    { idempotent: true },
  );
}
