import { describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { importContacts } from "./import-contacts.ts";
import { type InteractionImportOptions, importInteractions } from "./import-interactions.ts";
import { textSource } from "./source.ts";
import { counts, fieldsOf, rowsOf } from "./test-import.ts";

async function workspace(): Promise<Principal> {
  const who = await freshWorkspace();
  await importContacts(
    testDatabase(),
    who,
    textSource("leads.csv", "id,email\nL1,ada@example.org\nL2,bob@example.org\n"),
  );
  return who;
}
const importing = (who: Principal, text: string, options: InteractionImportOptions = {}) =>
  importInteractions(testDatabase(), who, textSource("events.csv", text), options);
const interactionsOf = (who: Principal) =>
  rowsOf(
    who,
    `select c.external_id as contact, i.type, i.channel, i.activity, i.direction, i.duration, i.content, i.metadata, i.occurred_at as at
    from interactions i join contacts c on c.tenant_id = $1 and c.id = i.contact_id where i.tenant_id = $1 order by i.occurred_at, i.id`,
  );

const events = `case_id,activity,timestamp,direction,minutes,notes,score
L1,Phone call,2024-05-01T10:00:00+02:00,outbound,12,"Said
yes",5
ada@example.org,A_SUBMITTED,2024-05-02,,,,6
BOB@example.org,Email sent,2024-05-03 08:30,sideways,,,
`;

describe("importInteractions", () => {
  test("stores labels, closed types and what is left over", async () => {
    const who = await workspace();
    const summary = await importing(who, events);
    expect(counts(summary)).toEqual([3, 0, 0, 0]);
    expect(fieldsOf(summary)).toEqual({
      case_id: "contact",
      activity: "activity",
      timestamp: "at",
      direction: "direction",
      minutes: "duration",
      notes: "content",
      score: "metadata.score",
    });
    const none = { direction: null, duration: null, content: null };
    expect(await interactionsOf(who)).toEqual([
      {
        contact: "L1",
        type: "PHONE_CALL",
        channel: "PHONE",
        activity: "Phone call",
        direction: "OUTBOUND",
        duration: 12,
        content: "Said\nyes",
        metadata: { score: 5, direction: "outbound" },
        at: new Date("2024-05-01T08:00:00Z"),
      },
      {
        ...none,
        contact: "L1",
        type: null,
        channel: null,
        activity: "A_SUBMITTED",
        metadata: { score: 6 },
        at: new Date("2024-05-02"),
      },
      {
        ...none,
        contact: "L2",
        type: "EMAIL",
        channel: "EMAIL",
        activity: "Email sent",
        metadata: { direction: "sideways" },
        at: new Date("2024-05-03T08:30:00Z"),
      },
    ]);
    expect(
      await rowsOf(
        who,
        "select last_contact_date as last from contacts where tenant_id = $1 order by external_id",
      ),
    ).toEqual([{ last: new Date("2024-05-02") }, { last: new Date("2024-05-03T08:30:00Z") }]);
  });

  test("importing again changes nothing, also with its columns in another order", async () => {
    const who = await workspace();
    await importing(who, "case_id,activity,timestamp\nL1,x,2024-01-01\nL1,x,2024-01-01\nL2,x,2024-01-01\n");
    const before = await interactionsOf(who);
    expect(before).toHaveLength(3);
    const again = await importing(
      who,
      "case_id,activity,timestamp\nL1,x,2024-01-01\nL1,x,2024-01-01\nL2,x,2024-01-01\n",
    );
    expect(counts(again)).toEqual([0, 0, 3, 0]);
    await importing(who, "timestamp,case_id,activity\n2024-01-01,L1,x\n2024-01-01,L1,x\n2024-01-01,L2,x\n");
    expect(await interactionsOf(who)).toEqual(before);
  });

  test("a row with an id is replaced when it changes", async () => {
    const who = await workspace();
    await importing(who, "nr,case_id,activity,timestamp\n1,L1,x,2024-01-01\n2,L1,x,2024-01-01\n", {
      id: "nr",
    });
    const changed = await importing(
      who,
      "nr,case_id,activity,timestamp\n1,L1,y,2024-01-01\n2,L1,x,2024-01-01\n2,L2,z,2024-01-01\n",
      { id: "nr" },
    );
    expect(counts(changed)).toEqual([0, 1, 1, 1]);
    expect(changed.errors).toEqual([{ line: 4, reason: expect.stringContaining("already in line 3") }]);
    expect((await interactionsOf(who)).map(({ activity }) => activity).sort()).toEqual(["x", "y"]);
  });

  test("an id that comes back with another contact is a bad row, and nothing moves", async () => {
    const who = await workspace();
    const rows = (contact: string) => `nr,case_id,activity,timestamp\n1,${contact},x,2024-01-01\n`;
    await importing(who, rows("L1"), { id: "nr" });
    const before = await interactionsOf(who);
    const clash = await importing(who, rows("L2"), { id: "nr" });
    expect(counts(clash)).toEqual([0, 0, 0, 1]);
    expect(clash.errors).toEqual([{ line: 2, reason: expect.stringMatching(/"1".*L1.*L2.*--id-prefix/) }]);
    expect(await interactionsOf(who)).toEqual(before);
    expect(counts(await importing(who, rows("L2"), { id: "nr", idPrefix: "visit-" }))).toEqual([1, 0, 0, 0]);
    expect((await interactionsOf(who)).map(({ contact }) => contact).sort()).toEqual(["L1", "L2"]);
  });

  test("contacts that were imported with a prefix are found with it, and by email without", async () => {
    const who = await workspace();
    for (const file of ["may-", "june-"])
      await importContacts(testDatabase(), who, textSource(`${file}.csv`, "id\n1\n"), {
        id: "id",
        idPrefix: file,
      });
    const text = "case_id,activity,timestamp\n1,x,2024-01-01\nada@example.org,x,2024-01-02\n";
    expect(counts(await importing(who, text, { contactPrefix: "may-" }))).toEqual([2, 0, 0, 0]);
    expect(counts(await importing(who, text, { contactPrefix: "june-" }))).toEqual([2, 0, 0, 0]);
    expect((await interactionsOf(who)).map(({ contact }) => contact).sort()).toEqual([
      "L1",
      "L1",
      "june-1",
      "may-1",
    ]);
  });

  test("a long cell that is nearly an address is told as unknown", async () => {
    const word = `a@${".".repeat(400_000)}@`;
    const { errors } = await importing(await workspace(), `case_id,timestamp\n${word},2024-01-01\n`);
    expect(errors).toEqual([{ line: 2, reason: expect.stringContaining("No single contact") }]);
  });

  test("what is planned does not hide what has been", async () => {
    const who = await workspace();
    await importing(who, "case_id,timestamp\nL1,2024-01-01\nL1,2999-01-01\nL2,2999-01-01\n");
    expect(
      await rowsOf(
        who,
        "select last_contact_date as last from contacts where tenant_id = $1 order by external_id",
      ),
    ).toEqual([{ last: new Date("2024-01-01") }, { last: null }]);
  });

  test("an address in any case is one contact, made once", async () => {
    const who = await freshWorkspace();
    const text = "case_id,timestamp\nNew@example.org,2024-01-02\nnew@example.org,2024-01-01\n";
    expect(await importing(who, text, { createContacts: true })).toMatchObject({
      imported: 2,
      contactsCreated: 1,
    });
  });

  test("bad rows are told with line and reason", async () => {
    const who = await workspace();
    const text = "case_id,activity,timestamp\nL1,x,2024-01-01\nL9,x,2024-01-01\nL1,x,soon\n,x,2024-01-01\n";
    const { errors } = await importing(who, text, { contact: "case_id", at: "timestamp" });
    expect(errors).toEqual([
      { line: 4, reason: expect.stringContaining("no date"), column: "timestamp" },
      { line: 5, reason: expect.stringContaining("blank"), column: "case_id" },
      { line: 3, reason: expect.stringContaining("--create-contacts") },
    ]);
  });

  test("unknown contacts are made on request", async () => {
    const who = await workspace();
    const text = "case_id,timestamp\nL9,2024-01-02\nL9,2024-01-01\nnew@example.org,2024-01-03\n";
    expect(await importing(who, text, { createContacts: true })).toMatchObject({
      imported: 3,
      contactsCreated: 2,
      skipped: 0,
    });
    const made = await rowsOf(
      who,
      "select external_id, email, created_at from contacts where tenant_id = $1 order by id offset 2",
    );
    expect(made).toEqual([
      { external_id: "L9", email: null, created_at: new Date("2024-01-01") },
      { external_id: null, email: "new@example.org", created_at: new Date("2024-01-03") },
    ]);
  });

  test.each([
    ["a,timestamp\n1,2024-01-01\n", {}, /--contact COLUMN/],
    ["case_id,a\nL1,1\n", {}, /--at COLUMN/],
    ["case_id,date\nL1,3/4/2024\n", {}, /--date-format/],
  ])("asks about %j", async (text, options, message) => {
    await expect(importing(await freshWorkspace(), text, options)).rejects.toThrow(message);
  });
});
