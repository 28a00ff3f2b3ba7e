import { describe, expect, test } from "vitest";
import { articleDrafts } from "./article-drafts.ts";
import type { MessageRecord } from "./message-record.ts";
import { passageDrafts, passageKindOf } from "./passage-drafts.ts";

const message = (id: string, content: string | null, more: Partial<MessageRecord> = {}): MessageRecord => ({
  id,
  conversationId: "v",
  contactId: "c",
  contactName: "Ada Byron",
  company: "Acme",
  type: "EMAIL",
  channel: "EMAIL",
  subject: null,
  conversationSubject: "Pricing",
  content,
  direction: "INBOUND",
  sender: "ada@example.org",
  occurredAt: "2024-01-01T10:00:00.000000Z",
  ...more,
});
const thread = ["one", "two", "three", "four", "five"].map((text, index) => message(`m${index}`, text));
const hashes = (messages: MessageRecord[]) => passageDrafts(messages).map((draft) => draft.contentHash);

describe("passageDrafts", () => {
  test("a message is cited alone and found by its neighbours, subject and participants", () => {
    const third = passageDrafts(thread)[2];
    expect(third).toMatchObject({
      kind: "message",
      interactionId: "m2",
      part: 0,
      speaker: "ada@example.org",
      title: "Pricing",
      text: "three",
      context: ["one", "two", "four", "Pricing", "Ada Byron", "Acme", "ada@example.org"],
    });
  });

  test("messages without text make no passage and are nobody's neighbour", () => {
    const drafts = passageDrafts([
      message("a", "x"),
      message("b", " \0\n"),
      message("c", null),
      message("d", "y\0z"),
    ]);
    expect(drafts.map(({ text }) => text)).toEqual(["x", "yz"]);
    expect(drafts[1]?.context[0]).toBe("x");
  });

  test("a note without text is told by its subject", () => {
    const note = message("n", null, { subject: "Asked for a demo", conversationId: null, direction: null });
    expect(passageDrafts([note])).toMatchObject([{ kind: "note", text: "Asked for a demo" }]);
  });

  test("a changed message changes the hashes of those that are read with it, no others", () => {
    const changed = thread.map((each) => (each.id === "m1" ? { ...each, content: "TWO" } : each));
    const same = hashes(thread).map((hash, index) => hash === hashes(changed)[index]);
    expect(same).toEqual([false, false, false, false, true]);
  });

  test.each([
    ["contactName", "Ada King"],
    ["company", "Babbage Ltd"],
    ["conversationSubject", "Prices"],
    ["sender", "Ada"],
    ["direction", "OUTBOUND"],
    ["channel", "CHAT"],
    ["contactId", "d"],
    ["conversationId", "w"],
    ["occurredAt", "2024-01-02T10:00:00.000000Z"],
  ])("the hash covers %s", (field, value) => {
    expect(hashes([{ ...message("m", "x"), [field]: value }])).not.toEqual(hashes([message("m", "x")]));
  });

  test("a long message is split; its ends know their neighbours, and all parts what it is about", () => {
    const body = "We talked about the budget of the next year. ".repeat(100);
    const parts = passageDrafts([message("a", "before"), message("b", body), message("c", "after")]).slice(
      1,
      -1,
    );
    expect(parts.map(({ part }) => part)).toEqual(parts.map((_, index) => index));
    expect(parts[0]?.context).toContain("before");
    expect(parts[0]?.context).not.toContain("after");
    expect(parts.at(-1)?.context).toContain("after");
    for (const { context } of parts) expect(context).toContain("Pricing");
  });

  test.each([
    [{ type: "PHONE_CALL", channel: null }, "call"],
    [{ type: null, channel: "PHONE" }, "call"],
    [{ conversationId: "v", direction: null }, "message"],
    [{ conversationId: null, direction: "INBOUND" }, "message"],
    [{ conversationId: null, direction: null }, "note"],
  ])("%o is a %s", (fields, kind) => {
    expect(passageKindOf({ ...message("m", "x"), ...fields })).toBe(kind);
  });
});

describe("articleDrafts", () => {
  const text = "Returns are free within thirty days. ".repeat(100);
  const article = { id: "a", title: "Returns", text, occurredAt: "2024-01-01T00:00:00.000000Z" };

  test("every part has the title as its context", () => {
    const drafts = articleDrafts(article);
    expect(drafts.length).toBeGreaterThan(2);
    for (const draft of drafts)
      expect(draft).toMatchObject({ kind: "article", title: "Returns", context: ["Returns"] });
  });

  test("only the parts that differ change when it is written anew", () => {
    const before = articleDrafts(article);
    const after = articleDrafts({
      ...article,
      text: `${text}And a last word.`,
      occurredAt: "2025-01-01T00:00:00.000000Z",
    });
    expect(after.slice(0, -1).map((d) => d.contentHash)).toEqual(
      before.slice(0, -1).map((d) => d.contentHash),
    );
    expect(after.at(-1)?.contentHash).not.toBe(before.at(-1)?.contentHash);
  });
});
