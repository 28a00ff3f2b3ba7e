import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { deleteWorkspace, ensureWorkspace, findWorkspace, listWorkspaces } from "./workspaces.ts";

const database = testDatabase();

test("makes one workspace for all who ask at once", async () => {
  const name = `test-${randomUUID()}`;
  const made = await Promise.all(Array.from({ length: 8 }, () => ensureWorkspace(database, name)));
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  expect(await listWorkspaces(database)).toContainEqual(made[0]);
});

test("remembers whether a workspace is a sample", async () => {
  const name = `test-${randomUUID()}`;
  await ensureWorkspace(database, name, { isSample: true });
  expect(await ensureWorkspace(database, name)).toMatchObject({ isSample: true });
});

test.each(["", "a b", "../x", "a".repeat(64), "naïve", "acme\n"])("refuses the name %j", async (name) => {
  await expect(ensureWorkspace(database, name)).rejects.toMatchObject({ code: "VALIDATION_FAILED" });
});

test("deletes a workspace with all that is in it, and nothing of another", async () => {
  const [kept, gone] = [await freshWorkspace(), await freshWorkspace()];
  for (const { tenant } of [kept, gone]) {
    await database.withTenant(tenant.id, async (tx) => {
      await tx.query("INSERT INTO companies (tenant_id, id, name) VALUES ($1, $1, 'Acme')", [tenant.id]);
      await tx.query("INSERT INTO contacts (tenant_id, id, email, company_id) VALUES ($1, $1, 'a@b.c', $1)", [
        tenant.id,
      ]);
    });
  }
  expect(await deleteWorkspace(database, gone.tenant.name)).toBe(true);
  expect(await deleteWorkspace(database, gone.tenant.name)).toBe(false);
  expect(await findWorkspace(database, gone.tenant.name)).toBeUndefined();
  for (const [{ tenant }, left] of [
    [kept, 1],
    [gone, 0],
  ] as const) {
    const count = database.withTenant(tenant.id, (tx) =>
      tx.query("SELECT FROM contacts WHERE tenant_id = $1", [tenant.id]),
    );
    expect((await count).rowCount).toBe(left);
  }
});
