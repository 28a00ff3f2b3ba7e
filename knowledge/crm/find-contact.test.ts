import { beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { importContacts } from "../import/import-contacts.ts";
import { textSource } from "../import/source.ts";
import { type ContactReference, findContact } from "./find-contact.ts";

const table = `id,first_name,last_name,email,company
1,Ada,Byron,ada@example.com,Example Mills
2,Bo,Diaz,bo@example.com,Example Foods
3,Bo,Diaz,bo@other.example,Other Foods
`;

let principal: Principal;
beforeAll(async () => {
  principal = await freshWorkspace();
  await importContacts(testDatabase(), principal, textSource("leads.csv", table), { id: "id" });
});

const find = (reference: ContactReference, who = principal) =>
  testDatabase().withTenant(who.tenant.id, (tx) => findContact(tx, who, reference));

describe("findContact", () => {
  test.each<[string, ContactReference]>([
    ["the id it was imported with", { id: "1" }],
    ["its email in other letters", { email: " ADA@Example.com " }],
    ["its full name", { name: "ada  byron" }],
  ])("finds a contact by %s", async (_by, reference) => {
    expect(await find(reference)).toMatchObject({ externalId: "1", firstName: "Ada" });
  });

  test("finds a contact by our id", async () => {
    const { id } = await find({ id: "1" });
    expect(await find({ id })).toMatchObject({ externalId: "1" });
  });

  test("finds nobody when what is given is of two contacts", async () => {
    expect(await find({ id: "1", email: "ada@example.com", name: "Ada Byron" })).toMatchObject({
      externalId: "1",
    });
    await expect(find({ id: "1", email: "bo@example.com" })).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: expect.stringMatching(/id "1" and email "bo@example.com"/),
    });
  });

  test("names the candidates when several fit", async () => {
    await expect(find({ name: "Bo Diaz" })).rejects.toMatchObject({
      code: "AMBIGUOUS",
      message: expect.stringMatching(/Example Foods.*contact_id|Other Foods.*contact_id/s),
    });
  });

  test("says what to do when none fits, and does not repeat a long id", async () => {
    await expect(find({ id: "x".repeat(5_000) })).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: expect.stringMatching(/^.{1,200}find_leads/s),
    });
  });

  test("does not find another workspace's contact, by whatever it is called", async () => {
    const { id } = await find({ id: "1" });
    const other = await freshWorkspace();
    for (const reference of [{ id }, { id: "1" }, { email: "ada@example.com" }, { name: "Ada Byron" }]) {
      await expect(find(reference, other)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});
