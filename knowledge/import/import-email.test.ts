import { describe, expect, test } from "vitest";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { importContacts } from "./import-contacts.ts";
import { textSource } from "./source.ts";
import { counts, rowsOf } from "./test-import.ts";
import { importing, mail, question, reply, stored, thanks } from "./test-mails.ts";

describe("importEmail", () => {
  test("stores each mail in the conversation of its thread, and makes its writer a lead", async () => {
    const who = await freshWorkspace();
    const summary = await importing(who, [thanks, question, reply]);
    expect(summary).toMatchObject({
      kind: "email",
      imported: 3,
      skipped: 0,
      contactsCreated: 1,
      warnings: [],
    });
    const conversation = "email:q1@x.example";
    const contact = "bob@x.example";
    expect(await stored(who)).toEqual([
      {
        conversation,
        contact,
        direction: "INBOUND",
        content: "How much is it?\n".trim(),
        first: true,
        sender: "Bob Brown",
      },
      { conversation, contact, direction: "OUTBOUND", content: "Ten euros.", first: false, sender: "Sam" },
      { conversation, contact, direction: "INBOUND", content: "Thanks!", first: false, sender: "Bob Brown" },
    ]);
    expect(
      await rowsOf(who, "select first_name, last_name, source, status from contacts where tenant_id = $1"),
    ).toEqual([{ first_name: "Bob", last_name: "Brown", source: "email", status: "LEAD" }]);
    expect(
      await rowsOf(
        who,
        "select subject, channel, message_count, created_at, last_message_at from conversations where tenant_id = $1",
      ),
    ).toEqual([
      {
        subject: "Prices",
        channel: "EMAIL",
        message_count: 3,
        created_at: new Date("2024-10-01T10:00:00Z"),
        last_message_at: new Date("2024-10-03T10:00:00Z"),
      },
    ]);
  });

  test("keeps what was stripped, and what the header says", async () => {
    const who = await freshWorkspace();
    await importing(who, [question, reply]);
    const [, second] = await rowsOf<{ email: Record<string, unknown> }>(
      who,
      "select metadata -> 'email' as email from interactions where tenant_id = $1 order by occurred_at",
    );
    expect(second?.email).toMatchObject({
      messageId: "r1@acme.example",
      inReplyTo: "q1@x.example",
      kind: "personal",
      noAnswer: null,
      to: [{ name: "", address: "BOB@x.example" }],
      fullText: expect.stringContaining("> How much is it?"),
    });
  });

  test("finds a contact that is there by its address, in any case", async () => {
    const who = await freshWorkspace();
    await importContacts(testDatabase(), who, textSource("c.csv", "id,email,source\n7,Bob@X.example,fair\n"));
    expect(await importing(who, [question])).toMatchObject({ imported: 1, contactsCreated: 0 });
    expect(await rowsOf(who, "select source, first_name from contacts where tenant_id = $1")).toEqual([
      { source: "fair", first_name: null },
    ]);
  });

  test("lists, bulk mail and what stays within the team make no contact, and are told", async () => {
    const who = await freshWorkspace();
    const summary = await importing(who, [
      mail({ id: "n@l.example", from: "letters@l.example", more: "List-Id: <l.l.example>" }),
      mail({ id: "o@l.example", from: "shop@l.example", text: "Offers!\n\nTo unsubscribe, click here." }),
      mail({ id: "i@acme.example", from: "sam@acme.example" }),
    ]);
    expect(summary).toMatchObject({ imported: 0, skipped: 0, contactsCreated: 0 });
    expect(summary.warnings).toEqual([
      "1 mail was left out: nobody outside the team takes part.",
      "1 mail was left out: from mailing lists, bulk senders and machines, in no thread with a person.",
      "1 mail was left out: its text is bulk mail or an automatic reply, in no thread.",
    ]);
  });

  test("a bad mail stops nothing, and is told with its place", async () => {
    const who = await freshWorkspace();
    const errors: string[] = [];
    const summary = await importing(
      who,
      [
        "no mail at all",
        question.replace(/^Date: .*\n/m, ""),
        mail({ id: "large@x.example", text: "x".repeat(5_000) }),
        question,
      ],
      {
        own: ["acme.example"],
        sizeLimit: 2_000,
        onError: ({ line, reason }) => errors.push(`${line}: ${reason}`),
      },
    );
    expect(counts(summary)).toEqual([1, 0, 0, 3]);
    expect(errors).toEqual([
      "1: mails: this is no mail: it has no header. Name mbox or .eml files.",
      "2: mails: the mail has no date that can be read, so it has no place in a history.",
      expect.stringContaining("3: mails: The mail has 0.0 MB"),
    ]);
  });

  test("one mail twice is one; another with its id is bad", async () => {
    const who = await freshWorkspace();
    const summary = await importing(who, [question, question, mail({ id: "q1@x.example", text: "Else" })]);
    expect(counts(summary)).toEqual([1, 0, 1, 1]);
    expect(summary.errors[0]?.reason).toContain("email:q1@x.example stands already in line 1");
  });

  test("a mail without an id is known by what its header says", async () => {
    const who = await freshWorkspace();
    await importing(who, [mail({})]);
    expect(counts(await importing(who, [mail({}), mail({ day: 2 })]))).toEqual([1, 0, 1, 0]);
  });

  test("a dry run stores nothing and forgets the team's addresses", async () => {
    const who = await freshWorkspace();
    expect(await importing(who, [question], { own: ["acme.example"], dryRun: true })).toMatchObject({
      imported: 1,
      contactsCreated: 0,
    });
    expect(await stored(who)).toEqual([]);
    await expect(importing(who, [question], {})).rejects.toThrow("Say which addresses are the team's own");
  });

  test("text for the database may hold what it refuses", async () => {
    const who = await freshWorkspace();
    const odd = mail({
      id: "z1@x.example",
      subject: "=?utf-8?Q?a=00b?=",
      text: "zero \0 and =?utf-8?Q?=ED=A0=80?=",
    });
    expect(counts(await importing(who, [odd]))).toEqual([1, 0, 0, 0]);
  });
});
