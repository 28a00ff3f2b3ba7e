import { describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { importContacts } from "./import-contacts.ts";
import { importConversations } from "./import-conversations.ts";
import { textSource } from "./source.ts";
import { counts, rowsOf } from "./test-import.ts";

const message = (at: string, direction: string, text: string, id?: string) => ({
  id,
  from: "x",
  direction,
  at,
  text,
});
const thread = (more: object = {}) => ({
  id: "c1",
  contact: "ada@example.org",
  channel: "email",
  subject: "Pricing",
  messages: [
    message("2024-01-01T10:00:00Z", "inbound", "Hi", "m1"),
    message("2024-01-02T10:00:00Z", "outbound", "Hello"),
  ],
  ...more,
});
const importing = (who: Principal, ...lines: unknown[]) => {
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  return importConversations(testDatabase(), who, textSource("threads.jsonl", text));
};
const messagesOf = (who: Principal) =>
  rowsOf(
    who,
    `select i.external_id as id, i.type, i.channel, i.direction, i.content, i.sender from interactions i
    join conversations c on c.tenant_id = $1 and c.id = i.conversation_id where i.tenant_id = $1 order by i.occurred_at`,
  );

describe("importConversations", () => {
  test("stores a message as an interaction and makes the contact", async () => {
    const who = await freshWorkspace();
    const summary = await importing(who, thread({ outcome: "won" }));
    expect(summary).toMatchObject({ imported: 1, contactsCreated: 1, skipped: 0 });
    expect(await messagesOf(who)).toEqual([
      {
        id: 'message:["c1","m1"]',
        type: "EMAIL",
        channel: "EMAIL",
        direction: "INBOUND",
        content: "Hi",
        sender: "x",
      },
      {
        id: 'message:["c1",2]',
        type: "EMAIL",
        channel: "EMAIL",
        direction: "OUTBOUND",
        content: "Hello",
        sender: "x",
      },
    ]);
    expect(
      await rowsOf(who, "select email, status, last_contact_date as last from contacts where tenant_id = $1"),
    ).toEqual([{ email: "ada@example.org", status: "CUSTOMER", last: new Date("2024-01-02T10:00:00Z") }]);
    expect(await rowsOf(who, "select result from outcomes where tenant_id = $1")).toEqual([
      { result: "won" },
    ]);
    expect(
      await rowsOf(
        who,
        "select subject, channel, message_count as n from conversations where tenant_id = $1",
      ),
    ).toEqual([{ subject: "Pricing", channel: "EMAIL", n: 2 }]);
  });

  test("importing again changes nothing; a grown conversation gets its new messages", async () => {
    const who = await freshWorkspace();
    await importing(who, thread({ outcome: { result: "lost", at: "2024-02-01" } }));
    expect(counts(await importing(who, thread({ outcome: { result: "lost", at: "2024-02-01" } })))).toEqual([
      0, 0, 1, 0,
    ]);
    const grown = thread({
      messages: [...thread().messages, message("2024-01-03T10:00:00Z", "inbound", "Bye")],
    });
    expect(counts(await importing(who, grown))).toEqual([0, 1, 0, 0]);
    expect((await messagesOf(who)).map(({ content }) => content)).toEqual(["Hi", "Hello", "Bye"]);
    expect(await rowsOf(who, "select result from outcomes where tenant_id = $1")).toHaveLength(1);
  });

  test("finds contacts by id and by email", async () => {
    const who = await freshWorkspace();
    await importContacts(testDatabase(), who, textSource("leads.csv", "id,email\nL1,ada@example.org\n"));
    const summary = await importing(
      who,
      thread(),
      thread({ id: "c2", contact: "L1" }),
      thread({ id: "c3", contact: 7 }),
    );
    expect(summary).toMatchObject({ imported: 3, contactsCreated: 1 });
    const owners = await rowsOf(
      who,
      `select c.external_id, count(*)::int as n from conversations v
      join contacts c on c.tenant_id = $1 and c.id = v.contact_id where v.tenant_id = $1 group by 1 order by 1`,
    );
    expect(owners).toEqual([
      { external_id: "7", n: 1 },
      { external_id: "L1", n: 2 },
    ]);
  });

  test("an address in any case is one contact, made once", async () => {
    const who = await freshWorkspace();
    const more = ["Ada@example.org", "İda@example.org", "İDA@example.org"];
    const lines = more.map((contact, index) => thread({ id: `d${index}`, contact }));
    expect(await importing(who, thread(), ...lines)).toMatchObject({ imported: 4, contactsCreated: 2 });
    expect(await importing(who, thread({ id: "e", contact: "İda@example.org" }))).toMatchObject({
      imported: 1,
      contactsCreated: 0,
    });
  });

  test("an address of several contacts makes none", async () => {
    const who = await freshWorkspace();
    await importContacts(
      testDatabase(),
      who,
      textSource("c.csv", "id,email\n1,ada@example.org\n2,ada@example.org\n"),
    );
    const summary = await importing(who, thread());
    expect(summary).toMatchObject({ imported: 0, skipped: 1, contactsCreated: 0 });
    expect(summary.errors[0]?.reason).toContain("Several contacts");
  });

  test("messages with and without ids stay apart, also across conversations", async () => {
    const who = await freshWorkspace();
    const at = "2024-01-01T10:00:00Z";
    await importing(
      who,
      thread({
        messages: [message(at, "in", "a", "2"), message(at, "in", "b"), message(at, "in", "c", "1#2")],
      }),
      thread({ id: "c1#1", messages: [message(at, "in", "d", "2")] }),
    );
    expect((await messagesOf(who)).map(({ content }) => content).sort()).toEqual(["a", "b", "c", "d"]);
  });

  test("an id that comes back with another contact is a bad line, and nothing moves", async () => {
    const who = await freshWorkspace();
    await importing(who, thread());
    const other = thread({ contact: "bob@example.org" });
    const source = textSource("b.jsonl", JSON.stringify(other));
    const foreseen = await importConversations(testDatabase(), who, source, { dryRun: true });
    expect(counts(foreseen)).toEqual([0, 0, 0, 1]);
    const summary = await importing(who, other);
    expect(counts(summary)).toEqual([0, 0, 0, 1]);
    expect(summary.errors[0]?.reason).toMatch(/"c1".*ada@example\.org.*bob@example\.org.*--id-prefix/);
    const apart = await importConversations(
      testDatabase(),
      who,
      textSource("b.jsonl", JSON.stringify(other)),
      {
        idPrefix: "b-",
      },
    );
    expect(counts(apart)).toEqual([1, 0, 0, 0]);
    expect(await messagesOf(who)).toHaveLength(4);
  });

  test("contacts that were imported with a prefix are found with it", async () => {
    const who = await freshWorkspace();
    await importContacts(testDatabase(), who, textSource("c.csv", "id\n1\n"), { id: "id", idPrefix: "may-" });
    const source = textSource("t.jsonl", JSON.stringify(thread({ contact: "1" })));
    expect(await importConversations(testDatabase(), who, source, { contactPrefix: "may-" })).toMatchObject({
      imported: 1,
      contactsCreated: 0,
    });
  });

  test("what a later file tells of a contact holds since its creation, when that is told", async () => {
    const who = await freshWorkspace();
    await importing(who, thread());
    const told = "email,plan,created\nada@example.org,gold,2023-06-01\n";
    await importContacts(testDatabase(), who, textSource("leads.csv", told), { createdAt: "created" });
    expect(
      await rowsOf(
        who,
        "select valid_from, changes from contact_history where tenant_id = $1 order by seq offset 1",
      ),
    ).toEqual([
      {
        valid_from: new Date("2023-06-01"),
        changes: { email: "ada@example.org", status: "LEAD", "custom.plan": "gold" },
      },
    ]);
  });

  test("what a later file tells of a contact holds since it was first mentioned", async () => {
    const who = await freshWorkspace();
    await importing(who, thread());
    await importContacts(testDatabase(), who, textSource("leads.csv", "email,plan\nada@example.org,gold\n"));
    expect(
      await rowsOf(
        who,
        "select valid_from, changes from contact_history where tenant_id = $1 order by seq offset 1",
      ),
    ).toEqual([{ valid_from: new Date("2024-01-01T10:00:00Z"), changes: { "custom.plan": "gold" } }]);
  });

  test.each([
    ["{nope", /no JSON/],
    [thread({ contact: undefined }), /^contact:/],
    [thread({ messages: [] }), /^messages: holds no message/],
    [thread({ messages: [message("soon", "inbound", "x")] }), /^messages\[0\]\.at: is no date/],
    [thread({ messages: [message("2024-01-01", "up", "x")] }), /^messages\[0\]\.direction/],
    [thread({ outcome: "maybe" }), /^outcome/],
    [
      thread({ messages: [message("2024-01-01", "in", "x", "m"), message("2024-01-02", "in", "y", "m")] }),
      /stands twice/,
    ],
    [[1], /^The line/],
  ])("reports %j and goes on", async (line, reason) => {
    const who = await freshWorkspace();
    const summary = await importing(who, line, thread({ id: "fine" }));
    expect(summary.errors).toEqual([{ line: 1, reason: expect.stringMatching(reason) }]);
    expect(summary.imported).toBe(1);
  });
});
