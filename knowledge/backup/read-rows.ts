import type { Transaction } from "../db/database.ts";

import { quoted, type Row, type Table } from "./tables.ts";

/** Characters of one page, about: what is held in memory at once. */
const pageSize = 1_000_000;

const rowsAtFirst = 100;
const mostRows = 10_000;

/** Values as text that says them exactly, whatever the server's own settings. */
export async function readExactly(tx: Transaction): Promise<void> {
  await tx.query(
    "set local timezone = 'UTC'; set local datestyle = 'ISO, MDY'; set local intervalstyle = 'postgres'; set local extra_float_digits = 1; set local bytea_output = 'hex'; set local jit = off",
  );
}

/** A tenant's rows of one table, a page at a time. The transaction must act for the tenant (actFor) and read exactly. */
export async function* readRows(tx: Transaction, table: Table, tenantId: string): AsyncGenerator<Row[]> {
  const columns = table.columns.map(({ name }, at) => `${quoted(name)}::text as c${at}`);
  await tx.query(
    `declare kept no scroll cursor for select ${columns.join(", ")} from ${quoted(table.name)}
       where ${quoted(table.tenantColumn)} = '${tenantId}'${orderOf(table)}`,
  );
  for (let most = rowsAtFirst; ; ) {
    const { rows } = await tx.query<Record<string, string | null>>(`fetch ${most} from kept`);
    const page = rows.map((row) => Object.values(row));
    if (page.length > 0) yield page;
    if (page.length < most) break;
    most = Math.max(1, Math.min(mostRows, Math.floor((most * pageSize) / sizeOf(page))));
  }
  await tx.query("close kept");
}

/** Row-level security lets its owner see and write this tenant's rows until another is named. */
export async function actFor(tx: Transaction, tenantId: string): Promise<void> {
  await tx.query("select set_config('app.tenant_id', $1, true)", [tenantId]);
}

function orderOf({ key }: Table): string {
  return key.length > 0 ? ` order by ${key.map(quoted).join(", ")}` : "";
}

function sizeOf(page: readonly Row[]): number {
  let size = 1;
  for (const row of page) for (const value of row) size += value?.length ?? 1;
  return size;
}
