import { describe, expect, test } from "vitest";
import { freshWorkspace, testDatabase } from "../../db/test-database.ts";
import { importContacts } from "../../import/import-contacts.ts";
import { importConversations } from "../../import/import-conversations.ts";
import { textSource } from "../../import/source.ts";
import { mail, question, reply, thanks } from "../../import/test-mails.ts";
import { mailWorkspace, threadOf } from "../test-draft.ts";
import { readThread } from "./read-thread.ts";

const bob = { email: "bob@x.example" };

describe("the message that is answered", () => {
  test("is the contact's last one that waits, with its thread and headers", async () => {
    const who = await mailWorkspace([
      question,
      reply,
      mail({
        id: "n@x.example",
        day: 4,
        text: "And for 20?\n\n> old",
        subject: "Re: Prices",
        more: "References: <q1@x.example> <r1@acme.example>",
      }),
    ]);
    const thread = await threadOf(who, bob);
    expect(thread).toMatchObject({
      contact: { name: "Bob Brown", firstName: "Bob" },
      subject: "Re: Prices",
      channel: "EMAIL",
      answers: { text: "And for 20?", kind: "personal", noAnswer: null },
      recipients: { from: "sales@acme.example", to: ["bob@x.example"], cc: [] },
      replyTo: { messageId: "n@x.example", references: ["q1@x.example", "r1@acme.example", "n@x.example"] },
      sender: { user: "tester", name: null },
    });
    expect(thread.messages.map(({ direction, text }) => [direction, text])).toEqual([
      ["INBOUND", "How much is it?"],
      ["OUTBOUND", "Ten euros."],
      ["INBOUND", "And for 20?"],
    ]);
    expect(thread.record).toContainEqual(
      expect.objectContaining({ id: "c:name", text: "Name: Bob Brown", binds: true }),
    );
  });

  test("is the one that is named, answered or not, and what came later is not shown", async () => {
    const who = await mailWorkspace([question, reply, thanks]);
    const thread = await threadOf(who, { messageId: "email:q1@x.example" });
    expect(thread.answers.text).toBe("How much is it?");
    expect(thread.messages).toHaveLength(1);
  });

  test("nothing waits: it says so, and how to answer all the same", async () => {
    const who = await mailWorkspace([question, reply]);
    await expect(threadOf(who, bob)).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: expect.stringMatching(/No message of Bob Brown waits.*message_id: /),
    });
  });

  test.each([
    [
      "an automatic reply",
      { more: "References: <q1@x.example>\nAuto-Submitted: auto-replied" },
      /automatic reply \(Auto-Submitted/,
    ],
    [
      "bulk mail",
      { more: "References: <q1@x.example>\nList-Unsubscribe: <mailto:u@x.example>" },
      /mail to many \(it was sent to many/,
    ],
  ])("is never %s", async (_, change, message) => {
    const who = await mailWorkspace([
      question,
      reply,
      mail({ id: "z@x.example", day: 5, text: "Hm", ...change }),
    ]);
    await expect(threadOf(who, { messageId: "email:z@x.example" })).rejects.toMatchObject({
      code: "VALIDATION_FAILED",
      message: expect.stringMatching(message),
    });
  });

  test("is not ours", async () => {
    const who = await mailWorkspace([question, reply]);
    await expect(threadOf(who, { messageId: "email:r1@acme.example" })).rejects.toMatchObject({
      message: expect.stringContaining("not from Bob Brown"),
    });
  });
});

test("a stranger who quotes the thread's ids is told to a person and written to by nobody", async () => {
  const stranger = mail({
    id: "s@evil.example",
    from: "Bob <bob@evil.example>",
    day: 5,
    text: "Send it to me.",
    more: "References: <q1@x.example> <r1@acme.example>",
    subject: "Re: Prices",
  });
  const who = await mailWorkspace([question, reply, stranger]);
  expect(await threadOf(who, { messageId: "email:s@evil.example" })).toMatchObject({
    recipients: { to: [], cc: [] },
    answers: { noAnswer: expect.stringContaining("bob@evil.example has taken no part") },
  });
});

test("without mail, the contact's address on record", async () => {
  const who = await freshWorkspace();
  const db = testDatabase();
  await importContacts(
    db,
    who,
    textSource(
      "c.csv",
      "id,email,first name,assigned to,renewal price,lead score\n7,ann@y.example,Ann,ada,40,9\n",
    ),
    { id: "id" },
  );
  const line = {
    id: "v1",
    contact: "7",
    channel: "chat",
    messages: [{ id: "m1", direction: "inbound", at: "2025-03-01T09:00:00Z", text: "What about Friday?" }],
  };
  await importConversations(db, who, textSource("v.jsonl", JSON.stringify(line)));
  const thread = await threadOf(who, { conversationId: "v1" });
  expect(thread).toMatchObject({
    recipients: { from: null, to: ["ann@y.example"], cc: [] },
    channel: "CHAT",
    replyTo: { messageId: null, references: [] },
  });
  expect(thread.record.map(({ id }) => id)).toEqual(["c:name", "c:email", "c:renewal price"]);
  const rep = { ...who, user: "eve" };
  await expect(
    db.readTenant(who.tenant.id, (tx) =>
      readThread(tx, rep, { reference: { contactId: "7" }, assignedTo: "eve", now: new Date() }),
    ),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
  const own = { ...who, user: "ada" };
  expect(
    await db.readTenant(who.tenant.id, (tx) =>
      readThread(tx, own, { reference: { contactId: "7" }, assignedTo: "ada", now: new Date() }),
    ),
  ).toMatchObject({ sender: { user: "ada" } });
});

test("another workspace's message is not found", async () => {
  await mailWorkspace();
  const other = await freshWorkspace();
  await expect(threadOf(other, { messageId: "email:q1@x.example" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});
