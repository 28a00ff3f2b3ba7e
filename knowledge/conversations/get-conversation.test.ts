import { beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { importContacts } from "../import/import-contacts.ts";
import { importConversations } from "../import/import-conversations.ts";
import { textSource } from "../import/source.ts";
import { rowsOf } from "../import/test-import.ts";
import type { ConversationScope } from "./conversation-header.ts";
import { type ConversationQuery, getConversation } from "./get-conversation.ts";

let who: Principal;
let ids: string[];
const texts = Array.from({ length: 11 }, (_, n) => `t${n}`);
const reading = (query: Partial<ConversationQuery>, scope?: ConversationScope, principal = who) =>
  testDatabase().readTenant(principal.tenant.id, (tx) =>
    getConversation(tx, principal, { externalId: "c1", limit: 4, ...query }, scope),
  );
const said = (page: Awaited<ReturnType<typeof reading>>) => page.messages.map(({ content }) => content);

beforeAll(async () => {
  who = await freshWorkspace();
  const leads = "id,first_name,last_name,email,company,assigned_to\nL1,Ada,Byron,ada@example.org,Acme,sam\n";
  await importContacts(testDatabase(), who, textSource("leads.csv", leads));
  // Several share a moment: then the id decides.
  const messages = texts.map((text, n) => ({
    at: `2024-01-0${1 + (n >> 2)}T10:00:00Z`,
    text,
    direction: n % 3 === 0 ? "inbound" : "outbound",
  }));
  const lines = ["c1", "c2"].map((id) =>
    JSON.stringify({ id, contact: "L1", channel: "chat", subject: "Pricing", messages }),
  );
  await importConversations(testDatabase(), who, textSource("threads.jsonl", lines.join("\n")));
  const rows = await rowsOf<{ id: string }>(
    who,
    `select i.id from interactions i join conversations v on v.tenant_id = $1 and v.id = i.conversation_id
      where i.tenant_id = $1 and v.external_id = 'c1' order by i.content collate "C"`,
  );
  const byText = await rowsOf<{ id: string; content: string }>(
    who,
    `select id, content from interactions where tenant_id = $1 and id in ('${rows.map(({ id }) => id).join("','")}')`,
  );
  ids = texts.map((text) => byText.find(({ content }) => content === text)?.id ?? "");
});

describe("getConversation", () => {
  test("tells whose conversation it is", async () => {
    expect((await reading({})).conversation).toMatchObject({
      externalId: "c1",
      contactExternalId: "L1",
      contactName: "Ada Byron",
      company: "Acme",
      assignedTo: "sam",
      subject: "Pricing",
      channel: "CHAT",
      messageCount: 11,
      inboundCount: 4,
      outboundCount: 7,
      firstMessageAt: new Date("2024-01-01T10:00:00Z"),
    });
  });

  test("its cursors lead through all messages, forth and back", async () => {
    const pages: string[][] = [];
    let page = await reading({});
    expect(page.previous).toBeNull();
    pages.push(said(page) as string[]);
    while (page.next !== null) {
      page = await reading({ after: page.next });
      pages.push(said(page) as string[]);
    }
    expect(pages.flat()).toEqual(texts);
    const back: string[][] = [said(page) as string[]];
    while (page.previous !== null) {
      page = await reading({ before: page.previous });
      back.unshift(said(page) as string[]);
    }
    expect(back.flat()).toEqual(texts);
  });

  test.each([
    [5, 4, ["t4", "t5", "t6", "t7"], [true, true]],
    [5, 5, ["t3", "t4", "t5", "t6", "t7"], [true, true]],
    [0, 4, ["t0", "t1", "t2", "t3"], [false, true]],
    [10, 4, ["t7", "t8", "t9", "t10"], [true, false]],
    [5, 1, ["t5"], [true, true]],
    [5, 200, texts, [false, false]],
  ])("around message %i, %i at most", async (n, limit, expected, more) => {
    const page = await reading({ aroundMessageId: ids[n], limit });
    expect(said(page)).toEqual(expected);
    expect([page.previous !== null, page.next !== null]).toEqual(more);
  });

  test("conversations and messages are found by either id", async () => {
    const { conversation } = await reading({});
    const page = await reading({
      externalId: undefined,
      conversationId: conversation.id,
      aroundMessageId: 'message:["c1",6]',
      limit: 1,
    });
    expect(said(page)).toEqual(["t5"]);
    expect((await reading({ externalId: undefined, conversationId: "c2" })).conversation.externalId).toBe(
      "c2",
    );
  });

  test("conversations of contacts assigned to others are hidden", async () => {
    expect(said(await reading({}, { assignedTo: "sam" }))).toHaveLength(4);
    await expect(reading({}, { assignedTo: "eve" })).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: expect.stringContaining("assigned to eve"),
    });
  });

  test("conversations of another workspace are not there", async () => {
    const { conversation } = await reading({});
    const query = { externalId: undefined, conversationId: conversation.id };
    await expect(reading(query, {}, await freshWorkspace())).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test.each<[Partial<ConversationQuery>, string, string]>([
    [{ externalId: "nope" }, "NOT_FOUND", "conversation_id"],
    [{ aroundMessageId: 'message:["c2",1]' }, "NOT_FOUND", "message_id"],
    [{ externalId: undefined }, "VALIDATION_FAILED", "conversation_id"],
    [{ after: "x" }, "VALIDATION_FAILED", "next"],
    [{ before: "x", aroundMessageId: "y" }, "VALIDATION_FAILED", "only one"],
    [{ limit: 201 }, "VALIDATION_FAILED", "1 to 200"],
  ])("%o is %s", async (query, code, fix) => {
    await expect(reading(query)).rejects.toMatchObject({ code, message: expect.stringContaining(fix) });
  });
});
