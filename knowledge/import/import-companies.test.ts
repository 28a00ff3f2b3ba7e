import { expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { importCompanies } from "./import-companies.ts";
import { importContacts } from "./import-contacts.ts";
import { textSource } from "./source.ts";
import { counts, rowsOf } from "./test-import.ts";

const importing = (who: Principal, text: string) =>
  importCompanies(testDatabase(), who, textSource("companies.csv", text));
const linkOf = (who: Principal) =>
  rowsOf(
    who,
    `select c.company, k.name, k.domain, k.industry, k.employees, k.custom_fields as custom from contacts c
    left join companies k on k.tenant_id = $1 and k.id = c.company_id where c.tenant_id = $1 order by c.external_id`,
  );

const companies =
  "Account,Website,Sector,Employees,Tier\nAcme,https://www.acme.com/about,tools,120,A\n,x.com,,,\n";

test("stores companies and links contacts, whichever comes first", async () => {
  const who = await freshWorkspace();
  const contacts = (id: number) =>
    importContacts(testDatabase(), who, textSource("c.csv", `id,company\n${id},ACME\n`));
  await contacts(1);
  const summary = await importing(who, companies);
  expect(counts(summary)).toEqual([1, 0, 0, 1]);
  expect(summary.errors).toEqual([
    { line: 3, reason: expect.stringContaining("no name"), column: "Account" },
  ]);
  await contacts(2);
  const linked = {
    company: "ACME",
    name: "Acme",
    domain: "acme.com",
    industry: "tools",
    employees: 120,
    custom: { Tier: "A" },
  };
  expect(await linkOf(who)).toEqual([linked, linked]);
});

test("importing again changes nothing, a changed row updates", async () => {
  const who = await freshWorkspace();
  await importing(who, companies);
  expect(counts(await importing(who, companies))).toEqual([0, 0, 1, 1]);
  expect(counts(await importing(who, companies.replace("120", "130")))).toEqual([0, 1, 0, 1]);
  expect(await rowsOf(who, "select name, employees from companies where tenant_id = $1")).toEqual([
    { name: "Acme", employees: 130 },
  ]);
});

test("letters that databases and programs fold differently are one name too", async () => {
  const who = await freshWorkspace();
  await importing(who, "Account\nİstanbul Mills\n");
  expect(counts(await importing(who, "Account\nİstanbul Mills\n"))).toEqual([0, 0, 1, 0]);
});

test("asks for the column of the name", async () => {
  await expect(importing(await freshWorkspace(), "a,b\n1,2\n")).rejects.toThrow(/--map name=COLUMN/);
});
