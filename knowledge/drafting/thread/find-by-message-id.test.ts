import { beforeAll, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../../db/test-database.ts";
import { importContacts } from "../../import/import-contacts.ts";
import { importConversations } from "../../import/import-conversations.ts";
import { textSource } from "../../import/source.ts";
import { question } from "../../import/test-mails.ts";
import { mailWorkspace, threadOf } from "../test-draft.ts";

let who: Principal;

beforeAll(async () => {
  const db = testDatabase();
  who = await freshWorkspace();
  const contacts = "id,email,assigned to\njane,jane@acme.example,ada\njoe,joe@acme.example,eve";
  await importContacts(db, who, textSource("c.csv", contacts), { id: "id" });
  const lines = ["jane", "joe"].map((contact) =>
    JSON.stringify({
      id: `v-${contact}`,
      contact,
      channel: "email",
      messages: [
        { id: "first", direction: "inbound", at: "2026-03-01T09:00:00Z", text: `First of ${contact}?` },
        { id: `m-${contact}`, direction: "inbound", at: "2026-03-02T09:00:00Z", text: `Of ${contact}?` },
        { direction: "inbound", at: "2026-03-03T09:00:00Z", text: `Third of ${contact}?` },
      ],
    }),
  );
  await importConversations(db, who, textSource("t.jsonl", lines.join("\n")));
});

test.each(["m-jane", " m-jane ", 'message:["v-jane","m-jane"]'])(
  "the id in the file names a message: %s",
  async (messageId) => {
    expect((await threadOf(who, { messageId })).answers.text).toBe("Of jane?");
  },
);

test.each(["q1@x.example", "<q1@x.example>", "email:q1@x.example"])(
  "so does a mail's Message-ID: %s",
  async (messageId) => {
    const mails = await mailWorkspace([question]);
    expect((await threadOf(mails, { messageId })).answers.text).toBe("How much is it?");
  },
);

test("an id that several messages have is told as such, with the ids that name one", async () => {
  const failure = await threadOf(who, { messageId: "first" }).catch((error: unknown) => error);
  expect(failure).toMatchObject({
    code: "AMBIGUOUS",
    message: expect.stringMatching(/^2 messages have the id "first"/),
  });
  const [id = ""] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec((failure as Error).message) ?? [];
  expect((await threadOf(who, { messageId: id })).answers.text).toMatch(/^First of/);
});

test.each([{ email: "joe@acme.example" }, { conversationId: "v-joe" }])(
  "the contact or the conversation says which: %j",
  async (given) => {
    expect((await threadOf(who, { ...given, messageId: "first" })).answers.text).toBe("First of joe?");
    expect((await threadOf(who, { ...given, messageId: "3" })).answers.text).toBe("Third of joe?");
  },
);

test.each(["nobody", '"]', "%", "<>", "1", "\u0000".replace("\0", "§")])(
  "what is no id is told: %j",
  async (messageId) => {
    await expect(threadOf(who, { messageId })).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: expect.stringContaining("Give the message_id of find_threads"),
    });
  },
);
