import { beforeAll, describe, expect, test } from "vitest";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { contactTables } from "./contact-tables.ts";
import { exportPerson, type PersonExport } from "./export-person.ts";
import { plantPerson, type TestPerson } from "./test-person.ts";

const db = testDatabase();

test("every table that a contact's deletion reaches is known to the export and to the receipt of an erasure", async () => {
  const { rows } = await db.withSystem((tx) =>
    tx.query<{ name: string }>(
      `with recursive reached as (
         select 'contacts'::regclass::oid as oid
         union select f.conrelid from pg_constraint f join reached r on f.confrelid = r.oid and f.contype = 'f' and f.confdeltype = 'c')
       select c.relname::text as name from reached r join pg_class c on c.oid = r.oid
       union select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'contact_id'
         where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
    ),
  );
  expect(contactTables.map(({ table }) => table).toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
});

describe("an export", () => {
  let who: Principal;
  let person: TestPerson;
  let given: PersonExport;
  beforeAll(async () => {
    who = await freshWorkspace();
    person = await plantPerson(who, "p4q1");
    given = await exportPerson(db, who, person.id);
  });

  test("has the person's fields, with where each came from", () => {
    expect(given.contact).toMatchObject({
      id: person.id,
      email: person.email,
      externalId: person.externalId,
    });
    expect(given.records.fieldHistory?.[0]).toMatchObject({
      source: expect.any(String),
      changes: expect.objectContaining({ email: person.email }),
    });
  });

  test("has rows of everything that is stored about them", () => {
    const filled = Object.entries(given.records).filter(([, rows]) => rows.length > 0);
    // Texts become searchable later.
    expect(Object.keys(given.records).filter((name) => !filled.some(([each]) => each === name))).toEqual([
      "searchableTexts",
    ]);
    expect(given.records.interactions).toHaveLength(2);
  });

  test("has nothing that confirms an effect or names another workspace", () => {
    const text = JSON.stringify(given.records.proposals);
    expect(text).not.toMatch(/"id":"[0-9a-f-]{36}","kind"/);
    expect(JSON.stringify(given)).not.toContain(who.tenant.id);
  });

  test("is of nobody in another workspace", async () => {
    const stranger = await freshWorkspace();
    const asked = exportPerson(db, stranger, person.id);
    await expect(asked).rejects.toThrow(AppError);
    await expect(asked).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
