import { randomUUID } from "node:crypto";
import type { Database, Transaction } from "../db/database.ts";
import { readExactly } from "./read-rows.ts";
import { readTables, type Table } from "./tables.ts";

/** One row in each table that has none of the tenant yet, with values that are easily bent on the way. */
export async function fillEveryTable(
  db: Database,
  tenantId: string,
  without?: readonly string[],
): Promise<void> {
  await db.withSystem(async (tx) => {
    await tx.query("select set_config('app.tenant_id', $1, true)", [tenantId]);
    const id = randomUUID();
    for (const table of await readTables(tx, without)) {
      if (table.name === "tenants") continue;
      await tx.query(`alter table ${table.name} disable trigger user`);
      await insertRow(tx, table, { tenantId, id });
      await tx.query(`alter table ${table.name} enable trigger user`);
    }
  });
}

const values: Record<string, unknown> = {
  text: "a'\"\\ü\u2028\n\t{,}\u0001",
  jsonb: '{"n": 1.10, "s": "\\\\ \\"", "u": "é"}',
  "timestamp with time zone": "2026-01-02 03:04:05.678901+02",
  "double precision": 0.1 + 0.2,
  "text[]": ["", "a,b", 'c"d', "NULL"],
  "integer[]": [1, -2],
  bytea: Buffer.from([0, 255, 10, 92]),
  vector: "[0.1,-3.4028235e+38,1e-7]",
  boolean: true,
};

async function insertRow(
  tx: Transaction,
  { name, columns, identity, tenantColumn }: Table,
  { tenantId, id }: { tenantId: string; id: string },
): Promise<void> {
  const { rows } = await tx.query<{ name: string }>(
    `select a.attname as name from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0
       and (a.atthasdef or not a.attnotnull) and (a.atthasdef and a.atttypid = 'text'::regtype
         or exists (select from pg_constraint c where c.conrelid = a.attrelid and c.contype = 'c' and a.attnum = any (c.conkey)))`,
    [name],
  );
  // What only some values fit keeps its default; a contact needs its external id.
  const kept = rows.map((row) => row.name).filter((column) => column !== "external_id");
  const filled = columns.filter((column) => column.name !== identity?.column && !kept.includes(column.name));
  const filledWith = (column: { name: string; type: string }) => {
    if (column.name === tenantColumn) return tenantId;
    if (column.type === "uuid") return id;
    if (column.type === "uuid[]") return [id];
    return values[column.type] ?? 7;
  };
  const places = filled.map(({ type }, at) => `$${at + 1}::${type}`);
  await tx.query(
    `insert into ${name} (${filled.map((column) => column.name)}) values (${places}) on conflict do nothing`,
    filled.map(filledWith),
  );
}

/** What a database is: rows of each table by their text, its indexes, constraints, policies, triggers, grants and sequences. */
export async function fingerprint(db: Database): Promise<Record<string, unknown>> {
  return db.withSystem(async (tx) => {
    await readExactly(tx);
    const all: Record<string, unknown> = {};
    const tables = await readTables(tx);
    const { rows: tenants } = await tx.query<{ id: string }>("select id from tenants order by id");
    for (const { name } of tables) all[name] = [];
    for (const { id } of tenants) {
      await tx.query("select set_config('app.tenant_id', $1, true)", [id]);
      for (const { name, columns, tenantColumn } of tables) {
        const row = columns.map((column) => `t.${column.name}`).join(", ");
        const { rows } = await tx.query<{ n: number; sum: string }>(
          `select count(*) as n, md5(string_agg(row, chr(10) order by row collate "C")) as sum
             from (select row(${row})::text as row from ${name} t where ${tenantColumn} = '${id}') rows`,
        );
        (all[name] as unknown[]).push(rows[0]);
      }
    }
    for (const [what, sql] of Object.entries(definitions)) all[what] = (await tx.query(sql)).rows;
    for (const { name, identity } of tables) if (identity) all[`${name} sequence`] = identity;
    return all;
  });
}

// NOT NULL is a constraint of its own from Postgres 18 on, and stands in the columns everywhere.
const definitions = {
  indexes: "select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1",
  constraints: `select conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated from pg_constraint
    where connamespace = 'public'::regnamespace and contype <> 'n' order by 1, 2`,
  policies: "select * from pg_policies where schemaname = 'public' order by tablename, policyname",
  triggers: `select tgrelid::regclass::text, tgname, tgenabled, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    and tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace) order by 1, 2`,
  forced: `select relname, relrowsecurity, relforcerowsecurity, regexp_replace(relacl::text, '\\y' || current_user || '\\y', 'owner', 'g') as acl from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  functions: `select oid::regprocedure::text, prosrc, prosecdef, regexp_replace(proacl::text, '\\y' || current_user || '\\y', 'owner', 'g') as acl from pg_proc
    where pronamespace = 'public'::regnamespace and proname like 'rapport%' order by 1`,
  migrations: "select tag, hash from rapport_migrations order by 1",
};
