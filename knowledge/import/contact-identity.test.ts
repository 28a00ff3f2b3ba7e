import { describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import type { ContactImportOptions } from "./contact-plan.ts";
import { importContacts } from "./import-contacts.ts";
import { textSource } from "./source.ts";
import { counts, rowsOf } from "./test-import.ts";

async function importing(text: string, options: ContactImportOptions, principal = freshWorkspace()) {
  const who = await principal;
  return { who, summary: await importContacts(testDatabase(), who, textSource("leads.csv", text), options) };
}
const contactsOf = (who: Principal) =>
  rowsOf(
    who,
    "select external_id, email, custom_fields from contacts where tenant_id = $1 order by external_id",
  );

describe("who is who", () => {
  test("an email is the identity where there is no id, in any case", async () => {
    const { who, summary } = await importing("email,plan\na@b.co,x\nA@B.CO,x\n,y\n", {});
    expect(counts(summary)).toEqual([1, 0, 0, 2]);
    expect(counts((await importing("email,plan\nA@b.co,z\n", {}, Promise.resolve(who))).summary)).toEqual([
      0, 1, 0, 0,
    ]);
    expect(await contactsOf(who)).toHaveLength(1);
  });

  test("letters that databases and programs fold differently are one address too", async () => {
    const { who } = await importing("email,plan\nİnfo@example.org,x\n", {});
    expect(
      counts((await importing("email,plan\nİnfo@example.org,y\n", {}, Promise.resolve(who))).summary),
    ).toEqual([0, 1, 0, 0]);
    const twice = await importing("email\nİda@example.org\nİDA@example.org\n", {});
    expect(await contactsOf(twice.who)).toHaveLength(1);
  });

  test.each([
    ["7,a@b.co,x\n,A@b.co,y\n", ["7"]],
    [",a@b.co,x\n7,A@b.co,y\n", [null]],
    // Far enough apart to be stored in two batches.
    [`7,a@b.co,x\n${Array.from({ length: 2_100 }, (_, i) => `x${i},,\n`).join("")},A@b.co,y\n`, ["7"]],
  ])("of two rows for one contact, one without an id, the later is told", async (rows, ids) => {
    const { who, summary } = await importing(`id,email,plan\n${rows}`, { id: "id" });
    expect(summary.skipped).toBe(1);
    expect(summary.errors[0]?.reason).toMatch(/line 2.*a@b\.co/i);
    expect((await contactsOf(who)).slice(0, 1).map(({ external_id }) => external_id)).toEqual(ids);
    expect(summary.imported).toBe(rows.split("\n").length - 2);
    const again = await importing(`id,email,plan\n${rows}`, { id: "id" }, Promise.resolve(who));
    expect([again.summary.imported, again.summary.updated]).toEqual([0, 0]);
  });

  test("two rows of a batch that mean one stored contact are not both taken", async () => {
    const { who } = await importing("id,email,plan\n7,old@b.co,x\n", { id: "id" });
    const rows = "id,email,plan\n7,new@b.co,y\n,old@b.co,z\n";
    const { summary } = await importing(rows, { id: "id" }, Promise.resolve(who));
    expect(counts(summary)).toEqual([0, 1, 0, 1]);
    expect(await contactsOf(who)).toMatchObject([{ email: "new@b.co", custom_fields: { plan: "y" } }]);
  });

  test("a file with ids takes over the contact that was known by its email", async () => {
    const { who } = await importing("email\na@b.co\n", {});
    expect(
      counts((await importing("id,email\n7,a@b.co\n8,a@b.co\n", {}, Promise.resolve(who))).summary),
    ).toEqual([1, 1, 0, 0]);
    expect((await contactsOf(who)).map(({ external_id }) => external_id)).toEqual(["7", "8"]);
    const ambiguous = await importing("email,x\na@b.co,1\n", {}, Promise.resolve(who));
    expect(ambiguous.summary.errors[0]?.reason).toContain("Several contacts have the email");
  });
});
