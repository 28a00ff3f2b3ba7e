import { beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { importContacts } from "../import/import-contacts.ts";
import { textSource } from "../import/source.ts";
import { contactAsOf } from "./contact-as-of.ts";
import { findContact } from "./find-contact.ts";

let principal: Principal;
let between: Date;
beforeAll(async () => {
  principal = await freshWorkspace();
  const load = (rows: string) =>
    importContacts(testDatabase(), principal, textSource("leads.csv", `id,came,company,budget\n${rows}`), {
      id: "id",
      createdAt: "came",
    });
  await load("1,2026-01-05,Example Mills,10\n");
  between = new Date();
  await load("1,2026-01-05,Example Works,30\n");
});

const seen = (asOf: Date) =>
  testDatabase().readTenant(principal.tenant.id, async (tx) =>
    contactAsOf(tx, principal, { contact: await findContact(tx, principal, { id: "1" }), asOf }),
  );

describe("contactAsOf", () => {
  test("shows the values of the moment, whatever came later", async () => {
    expect(await seen(between)).toMatchObject({ company: "Example Mills", customFields: { budget: 10 } });
    expect(await seen(new Date(Date.now() + 1_000))).toMatchObject({
      company: "Example Works",
      customFields: { budget: 30 },
    });
  });

  test("says when nothing was known yet", async () => {
    await expect(seen(new Date("2026-01-04T00:00:00Z"))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
