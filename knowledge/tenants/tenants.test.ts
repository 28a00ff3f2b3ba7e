import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { readTables } from "../backup/tables.ts";
import { fillEveryTable } from "../backup/test-every-table.ts";
import { deleteWorkspace } from "../crm/workspaces.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { handOn } from "../drafting/outbox/hand-on.ts";
import { createKey } from "../identity/create-key.ts";
import { openFindTenant } from "../identity/find-tenant.ts";
import { keyTrustMs, openVerifyKey } from "../identity/verify-key.ts";
import { buildHnswIndex, hnswIndexOf } from "../vectors/hnsw-index.ts";
import { createTenant, fillSandbox } from "./create-tenant.ts";
import { deleteTenant, resetSandbox } from "./delete-tenant.ts";
import { getTenant, resumeTenant, suspendTenant } from "./tenant.ts";
import { tenantUsage } from "./tenant-usage.ts";

const db = testDatabase();
const noOnes = ["rapport_migrations", "request_counts"];

test("a suspended tenant's keys and tokens are refused at once where they are new and within 30 s elsewhere", async () => {
  const principal = await freshWorkspace();
  const { name } = principal.tenant;
  const { key } = await createKey(db, principal, { name: "crm", roles: ["SALES_REP"] });
  let now = Date.now();
  const [verify, find] = [openVerifyKey(db, () => now), openFindTenant(db, () => now)];
  await verify(key);
  await find(name);
  expect((await suspendTenant(db, name)).suspendedAt).toBeInstanceOf(Date);
  const refusal = { code: "FORBIDDEN", message: expect.stringContaining(`tenants resume ${name}`) };
  await expect(openVerifyKey(db)(key)).rejects.toMatchObject(refusal);
  await expect(openFindTenant(db)(name)).rejects.toMatchObject(refusal);
  now += keyTrustMs;
  await expect(verify(key)).rejects.toMatchObject(refusal);
  await expect(find(name)).rejects.toMatchObject(refusal);
  await resumeTenant(db, name);
  await expect(verify(key)).resolves.toMatchObject({ tenant: { name } });
  expect(await find(name)).toEqual(principal.tenant);
});

test("deleting leaves nothing in any table, no index over its vectors, and everything of another", async () => {
  const [kept, gone] = [await freshWorkspace(), await freshWorkspace()];
  const space = { tenantId: gone.tenant.id, embedder: "local:test@3", dimensions: 3 };
  for (const { tenant } of [kept, gone]) await fillEveryTable(db, tenant.id, noOnes);
  await addSpace(gone, space);
  await buildHnswIndex(db, space, 1);
  await db.withSystem(async (tx) => {
    for (const { tenant } of [kept, gone]) {
      await tx.query("insert into request_counts (key, points) values ($1, 1)", [`t:${tenant.id}`]);
    }
  });
  const before = await rowsOf(kept);
  expect(Object.values(before).filter((n) => n === 0)).toEqual([]);
  const told: Record<string, number> = {};
  await deleteTenant(db, gone.tenant.name, {
    onRows: (table, rows) => {
      told[table] = (told[table] ?? 0) + rows;
    },
  });
  expect(told).toMatchObject({ passages: 1, audit_log: 1, kept_answers: 1 });
  // Where triggers may not be turned off, they tell of what is deleted; that goes too.
  expect(told.event_queue).toBeGreaterThanOrEqual(1);
  expect(Object.values(await rowsOf(gone)).filter((n) => n !== 0)).toEqual([]);
  expect(await rowsOf(kept)).toEqual(before);
  const { rows } = await db.withSystem((tx) =>
    tx.query("select to_regclass($1) as index", [hnswIndexOf(space).name]),
  );
  expect(rows).toEqual([{ index: null }]);
  await expect(deleteTenant(db, gone.tenant.name)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a sandbox is filled, sends nothing out, and is emptied but for its keys", async () => {
  const name = `sandbox-${randomUUID()}`;
  const sandbox = await createTenant(db, name, { isSandbox: true });
  const principal: Principal = { tenant: { id: sandbox.id, name }, user: "tester", roles: ["ADMIN"] };
  await expect(createTenant(db, name)).rejects.toMatchObject({ code: "CONFLICT" });
  await fillSandbox(db, sandbox, { user: "tester" });
  await createKey(db, principal, { name: "crm", roles: ["SALES_REP"] });
  const transport = { hand: () => Promise.reject(new Error("something was sent")) };
  await expect(handOn(db, principal, transport, { now: new Date() })).rejects.toMatchObject({
    code: "FORBIDDEN",
    message: /sandbox/,
  });
  const used = (await tenantUsage(db, new Date(0))).find((tenant) => tenant.name === name);
  expect(used?.rows).toMatchObject({ api_keys: 1, contacts: expect.any(Number) });
  expect(used).toMatchObject({ modelCalls: 0, tokens: 0, costMicroUsd: 0 });
  await resetSandbox(db, name);
  const left = await rowsOf(principal);
  expect(Object.entries(left).filter(([, n]) => n > 0)).toEqual([
    ["api_keys", 1],
    ["tenants", 1],
  ]);
  expect(await getTenant(db, name)).toMatchObject({ isSandbox: true });
  await deleteWorkspace(db, name);
}, 120_000);

test("what is no sandbox is not emptied", async () => {
  const { tenant } = await freshWorkspace();
  await expect(resetSandbox(db, tenant.name)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

/** Rows of a tenant in every table, by the table's name. */
async function rowsOf({ tenant }: Principal): Promise<Record<string, number>> {
  return db.withSystem(async (tx) => {
    await tx.query("select set_config('app.tenant_id', $1, true)", [tenant.id]);
    const counted: Record<string, number> = {};
    for (const { name, tenantColumn } of await readTables(tx, noOnes)) {
      const { rows } = await tx.query<{ n: number }>(
        `select count(*) as n from ${name} where ${tenantColumn} = $1`,
        [tenant.id],
      );
      counted[name] = rows[0]?.n ?? 0;
    }
    const { rows } = await tx.query<{ n: number }>(
      "select count(*) as n from request_counts where position($1 in key) > 0",
      [tenant.id],
    );
    if (rows[0]?.n) counted.request_counts = rows[0].n;
    return Object.fromEntries(Object.entries(counted).sort());
  });
}

async function addSpace({ tenant }: Principal, space: { embedder: string }): Promise<void> {
  await db.withTenant(tenant.id, (tx) =>
    tx.query(
      "insert into vector_spaces (tenant_id, embedder, store, dimensions) values ($1, $2, 'pgvector', 3)",
      [tenant.id, space.embedder],
    ),
  );
}
