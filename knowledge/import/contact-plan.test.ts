import { describe, expect, test } from "vitest";
import { type ContactImportOptions, planContacts } from "./contact-plan.ts";
import { watchIdentity } from "./contact-repeats.ts";
import { openCsv } from "./csv-table.ts";
import { profileTable } from "./profile-table.ts";
import { textSource } from "./source.ts";
import { typeColumns } from "./type-columns.ts";

async function plan(text: string, options: ContactImportOptions = {}) {
  const table = await openCsv(textSource("t.csv", text));
  const watch = watchIdentity(table.columns, options);
  const { columns, rows } = await profileTable(table, { onRow: watch.onRow });
  const seen = typeColumns(columns, { dateOrder: options.dateFormat }, new Map());
  const planned = planContacts(seen, options, (column) => watch.isUnique(column, rows));
  const roles = planned.columns.map(({ profile, role }) => [
    profile.name,
    typeof role === "object" ? `custom.${role.free}` : role,
  ]);
  return { ...planned, roles: Object.fromEntries(roles) as Record<string, string> };
}

describe("planContacts", () => {
  test("recognises the columns of a CRM export", async () => {
    const { roles, identity } = await plan(
      "Lead ID,First Name,Last Name,E-mail,Phone Number,Account Name,Job Title,Lead Source,Lead Owner,Status,Created Date,Region\n" +
        "7,Ada,Lovelace,ada@example.org,+44 20 7946 0018,Acme,CTO,Web,Bo,Lead,2024-01-05,EMEA\n",
    );
    expect(identity).toBe("externalId");
    expect(roles).toEqual({
      "Lead ID": "externalId",
      "First Name": "firstName",
      "Last Name": "lastName",
      "E-mail": "email",
      "Phone Number": "phone",
      "Account Name": "company",
      "Job Title": "position",
      "Lead Source": "source",
      "Lead Owner": "assignedTo",
      Status: "status",
      "Created Date": "createdAt",
      Region: "custom.Region",
    });
  });

  test.each([
    ["contact", "cellular"],
    ["phone", "yes please"],
    ["email", "opted in"],
    ["status", "working"],
    ["owner", "yes"],
    ["title", "Mr"],
    ["company", "42"],
    ["created", "by import"],
    ["default", "no"],
    ["month", "may"],
    ["job", "services"],
  ])("a column %s that holds %j is a field of its own", async (name, value) => {
    const { roles } = await plan(`mail,${name}\na@b.co,${value}\n`);
    expect(roles).toEqual({ mail: "email", [name]: `custom.${name}` });
  });

  test("the full name gives way to first and last name", async () => {
    expect((await plan("name,email\nAda Lovelace,a@b.co\n")).roles.name).toBe("name");
    expect((await plan("name,surname,email\nAda Lovelace,Lovelace,a@b.co\n")).roles.name).toBe("custom.name");
  });

  test("an id is recognised only when every row has its own", async () => {
    expect(await plan("id,email\n1,a@b.co\n2,c@d.co\n")).toMatchObject({ identity: "externalId" });
    const shared = await plan("id,email\n1,a@b.co\n1,c@d.co\n");
    expect(shared).toMatchObject({ identity: "email", warnings: [expect.stringContaining("--id id")] });
    expect(await plan("id,email\n1,a@b.co\n,c@d.co\n")).toMatchObject({ identity: "email" });
  });

  test("what the caller says goes first", async () => {
    const text = "who,contact,x,secret\n1,a@b.co,2024-01-01,z\n";
    const options = { id: "WHO", map: { email: "contact", "custom.seen": "x" }, ignore: "secret" };
    expect((await plan(text, options)).roles).toEqual({
      who: "externalId",
      contact: "email",
      x: "custom.seen",
      secret: "ignored",
    });
  });

  test.each([
    [{ id: "nope" }, /--id names the column "nope".*Its columns: a, b/],
    [{ map: { colour: "a" } }, /names no field/],
    [{ ignore: "zzz" }, /--ignore/],
    [{ outcome: "a", ignore: "a" }, /named for two things/],
    [{ won: "yes" }, /need --outcome/],
    [{ createdAt: "b" }, /--date-format/],
  ])("refuses %j", async (options, message) => {
    await expect(plan("a,b\n1,3/4/2024\n", options)).rejects.toThrow(message);
  });
});
