import { expect, test } from "vitest";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { importContacts } from "../import/import-contacts.ts";
import { textSource } from "../import/source.ts";
import { fieldsAsOf } from "./history.ts";

test("shows a contact as it was known before a moment", async () => {
  const [who, other] = [await freshWorkspace(), await freshWorkspace()];
  const load = (plan: string) =>
    importContacts(testDatabase(), who, textSource("c.csv", `id,plan,born\n1,${plan},2024-01-01\n`), {
      createdAt: "born",
    });
  await load("silver");
  const between = new Date();
  await load("gold");
  const asOf = (moment: Date, principal = who) =>
    testDatabase().withTenant(principal.tenant.id, async (tx) => {
      const { rows } = await tx.query<{ id: string }>("select id from contacts where tenant_id = $1", [
        who.tenant.id,
      ]);
      return fieldsAsOf(tx, principal, rows[0]?.id ?? who.tenant.id, moment);
    });
  expect(await asOf(new Date("2023-12-31"))).toEqual({});
  expect(await asOf(between)).toEqual({ externalId: "1", status: "LEAD", "custom.plan": "silver" });
  expect(await asOf(new Date(Date.now() + 60_000))).toMatchObject({ "custom.plan": "gold" });
  expect(await asOf(between, other)).toEqual({});
});
