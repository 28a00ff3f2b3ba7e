import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "./database.ts";
import { freshWorkspace, testDatabase } from "./test-database.ts";

const database = testDatabase();
const tables = await database.withSystem(async (tx) => {
  const { rows } = await tx.query<{ name: string }>(
    `SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND c.column_name = 'tenant_id' AND t.table_type = 'BASE TABLE' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
});

let ours: Principal;
let theirs: Principal;
beforeAll(async () => {
  ours = await freshWorkspace();
  theirs = await freshWorkspace();
  for (const { tenant } of [ours, theirs]) await database.withTenant(tenant.id, (tx) => fill(tx, tenant.id));
});

test("every table that has rows of tenants is known here", () => {
  expect(tables).toEqual(expect.arrayContaining(["contacts", "contact_history", "interactions", "outcomes"]));
  expect(tables.length).toBeGreaterThanOrEqual(12);
});

describe.each(tables)("%s", (table) => {
  const asUs = <T>(work: (tx: Transaction) => Promise<T>) => database.withTenant(ours.tenant.id, work);
  const count = (tx: Transaction, where = "true") =>
    tx
      .query<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE ${where}`)
      .then(({ rows }) => rows[0]?.n);

  test("shows a tenant its own rows only", async () => {
    const seen = await asUs(async (tx) => [
      await count(tx),
      await count(tx, `tenant_id <> '${ours.tenant.id}'`),
    ]);
    expect(seen).toEqual([1, 0]);
  });

  test("takes no row for another tenant", async () => {
    const insert = asUs((tx) => insertRow(tx, table, theirs.tenant.id));
    await expect(insert).rejects.toMatchObject({ code: "42501" });
  });

  test("lets nobody change or delete another tenant's rows", async () => {
    const appendOnly = [
      "audit_log",
      "contact_history",
      "events",
      "insight_runs",
      "outcomes",
      "score_history",
      "score_votes",
    ].includes(table);
    const theirRows = `tenant_id = '${theirs.tenant.id}'`;
    const change = asUs((tx) => tx.query(`UPDATE ${table} SET tenant_id = tenant_id WHERE ${theirRows}`));
    if (appendOnly) await expect(change).rejects.toMatchObject({ code: "42501" });
    else expect((await change).rowCount).toBe(0);
    expect((await asUs((tx) => tx.query(`DELETE FROM ${table} WHERE ${theirRows}`))).rowCount).toBe(0);
    expect(await database.withTenant(theirs.tenant.id, (tx) => count(tx))).toBe(1);
  });

  test("is empty and closed without a tenant", async () => {
    await database.withSystem(async (tx) => {
      await tx.query("SET LOCAL ROLE rapport_app");
      expect(await count(tx)).toBe(0);
    });
    const insert = database.withSystem(async (tx) => {
      await tx.query("SET LOCAL ROLE rapport_app");
      await insertRow(tx, table, ours.tenant.id);
    });
    await expect(insert).rejects.toMatchObject({ code: "42501" });
  });

  test("holds its owner to the policies too", async () => {
    const { rows } = await database.withSystem((tx) =>
      tx.query(
        "SELECT relrowsecurity AS on, relforcerowsecurity AS forced FROM pg_class WHERE oid = $1::regclass",
        [table],
      ),
    );
    expect(rows).toEqual([{ on: true, forced: true }]);
  });
});

test("tenants shows the application its own row and takes no change", async () => {
  const { rows } = await database.withTenant(ours.tenant.id, (tx) => tx.query("SELECT name FROM tenants"));
  expect(rows).toEqual([{ name: ours.tenant.name }]);
  const rename = database.withTenant(ours.tenant.id, (tx) => tx.query("UPDATE tenants SET name = 'x'"));
  await expect(rename).rejects.toMatchObject({ code: "42501" });
});

test("a transaction's tenant ends with it", async () => {
  const { rows } = await database.withSystem((tx) =>
    tx.query("SELECT current_setting('app.tenant_id', true) AS tenant, current_user = session_user AS owner"),
  );
  expect(rows[0]?.owner).toBe(true);
  expect(rows[0]?.tenant ?? "").toBe("");
});

test("a tenant's id that is no uuid never reaches SQL", async () => {
  const work = database.withTenant("x'; DROP TABLE contacts; --", async () => "reached");
  await expect(work).rejects.toMatchObject({ code: "VALIDATION_FAILED" });
});

/** One row in each table, with the same id everywhere. */
async function fill(tx: Transaction, tenantId: string): Promise<void> {
  const id = randomUUID();
  const parents = [
    "companies",
    "contacts",
    "conversations",
    "interactions",
    "drafts",
    "articles",
    "passages",
    "background_jobs",
    "webhook_endpoints",
    "webhook_sources",
  ];
  const parentsFirst = new Set([...parents, ...tables]);
  for (const table of parentsFirst) {
    // Triggers have written what was told of the others.
    if (table === "events") continue;
    await insertRow(tx, table, tenantId, id);
    // A trigger has put what was written into the queue.
    if (table === "articles") await tx.query("DELETE FROM passage_queue");
  }
  await tx.query("DELETE FROM events");
  await insertRow(tx, "events", tenantId, id);
}

/** Inserts a row into any table, new ones included: what must have a value gets one of its type. */
async function insertRow(tx: Transaction, table: string, tenantId: string, id = randomUUID()): Promise<void> {
  const value: Record<string, unknown> = {
    uuid: id,
    text: "1",
    jsonb: "{}",
    "timestamp with time zone": "now",
    "text[]": "{}",
    "integer[]": "{}",
    "uuid[]": "{}",
    bytea: "",
    vector: "[1]",
  };
  const { rows } = await tx.query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND attidentity = '' AND attname <> 'tenant_id'
       AND (attname = 'external_id' OR attnotnull AND NOT atthasdef)`,
    [table],
  );
  const names = ["tenant_id", ...rows.map(({ name }) => name)];
  const values = [tenantId, ...rows.map(({ type }) => value[type] ?? 0)];
  const places = names.map((_, i) => `$${i + 1}`);
  await tx.query(`INSERT INTO ${table} (${names}) VALUES (${places})`, values);
}
