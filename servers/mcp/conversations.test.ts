import type { Client } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import type { RunningServer } from "../http/serve.ts";
import { connectHttp } from "../test-support/connect.ts";
import { conversationsWorkspace, markedRecords } from "../test-support/conversations-workspace.ts";
import { insides } from "../test-support/insides.ts";
import { composeForTests, serveWorkspace } from "../test-support/serve-workspace.ts";
import { callTool } from "./call-tool.ts";

const { contacts } = markedRecords("acme");
const rapport = composeForTests();
let principal: Principal;
let http: RunningServer;
let client: Client;

beforeAll(async () => {
  principal = await conversationsWorkspace("acme");
  http = await serveWorkspace(principal);
  client = await connectHttp(`${http.url}/mcp/conversations`);
});

afterAll(async () => {
  await client.close();
  await http.close();
  await rapport.close();
});

interface Found {
  hits: {
    message_id: string;
    conversation_id: string;
    contact_name: string;
    text: string;
    kind: string;
    at: string;
  }[];
  searched: { passages: number; pending: number };
}

async function call(name: string, input: object) {
  const { isError, content, structuredContent } = await client.callTool({ name, arguments: { ...input } });
  const text = content.map((part) => (part.type === "text" ? part.text : "")).join("\n");
  return { isError: isError === true, text, output: structuredContent as unknown };
}

const search = async (input: object) => (await call("search_conversations", input)).output as Found;

describe("search_conversations", () => {
  test("finds what was just imported, and quotes it as data", async () => {
    const { text, output } = await call("search_conversations", { query: "acmesecretc" });
    const { hits, searched } = output as Found;
    expect(hits[0]?.text).toContain("Our project is called acmesecretc");
    expect(searched).toMatchObject({ pending: 0 });
    expect(searched.passages).toBe(22);
    expect(text).toMatch(/<<data (\w+)\n[^>]*acmesecretc[^>]*\ndata \1>>/);
  });

  test.each<[string, object, (hit: Found["hits"][number]) => boolean]>([
    ["a contact's id", { contact_id: contacts[3]?.id }, (hit) => hit.contact_name === contacts[3]?.name],
    ["a contact's email", { email: contacts[3]?.email }, (hit) => hit.contact_name === contacts[3]?.name],
    ["a contact's name", { name: contacts[3]?.name }, (hit) => hit.contact_name === contacts[3]?.name],
    ["a company", { company: "mills ACME 4" }, (hit) => hit.contact_name === contacts[4]?.name],
    ["a kind", { kinds: ["article"] }, (hit) => hit.kind === "article"],
    ["a channel", { channels: ["PHONE"] }, (hit) => hit.kind === "call"],
    [
      "a time",
      { from: "2025-03-02", to: "2025-03-04T10:00:00Z" },
      (hit) => hit.at > "2025-03-02" && hit.at < "2025-03-04T10",
    ],
    [
      "an outcome",
      { outcome: "won" },
      (hit) => [0, 3, 6, 9].some((n) => hit.contact_name === contacts[n]?.name),
    ],
  ])("is narrowed by %s", async (_what, filter, fits) => {
    const { hits } = await search({
      query: "the price of the loom, warranty, training",
      ...filter,
      limit: 50,
    });
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.filter((hit) => !fits(hit))).toEqual([]);
  });

  test("a salesperson finds only what was said with their own contacts, and articles", async () => {
    const rep: Principal = { ...principal, user: "rep-b", roles: ["SALES_REP"] };
    const result = await callTool(
      rapport.tools.searchConversations,
      { query: "the price of the loom and the warranty", limit: 50 },
      { principal: async () => rep, signal: new AbortController().signal },
    );
    const { hits } = result.structuredContent as unknown as Found;
    const own = new Set(contacts.filter((_, n) => n % 2 === 1).map(({ name }) => name));
    expect(hits.some(({ kind }) => kind === "article")).toBe(true);
    expect(hits.filter(({ kind, contact_name }) => kind !== "article" && !own.has(contact_name))).toEqual([]);
  });

  test.each<[string, object, RegExp]>([
    ["no query", {}, /query/],
    ["a blank query", { query: "  " }, /query/],
    ["5 MB", { query: "x".repeat(5_000_000) }, /query.*2000/],
    ["an unknown contact", { query: "loom", contact_id: "nobody" }, /No contact/],
    ["no date", { query: "loom", from: "yesterday" }, /2026-01-31/],
    ["times that cross", { query: "loom", from: "2025-02-01", to: "2025-01-01" }, /exchange/],
    ["an unknown channel", { query: "loom", channels: ["PIGEON"] }, /channels/],
    ["a limit too high", { query: "loom", limit: 1_000 }, /limit.*50/],
  ])("%s is told how to be mended", async (_what, input, fix) => {
    const { isError, text } = await call("search_conversations", input);
    expect({ isError, text }).toEqual({ isError: true, text: expect.stringMatching(fix) });
    expect(text).not.toMatch(insides);
    expect(text.length).toBeLessThan(2_000);
  });
});

describe("get_conversation", () => {
  test("pages through a conversation, from either end", async () => {
    const first = await call("get_conversation", { conversation_id: "acme-thread-2", limit: 1 });
    const page = first.output as {
      messages: { message_id: string; text: string }[];
      next: string;
      previous: null;
    };
    expect(page).toMatchObject({ external_id: "acme-thread-2", message_count: 2, previous: null });
    expect(page.messages).toHaveLength(1);
    const second = await call("get_conversation", {
      conversation_id: "acme-thread-2",
      limit: 1,
      after: page.next,
    });
    const later = second.output as typeof page;
    expect(later).toMatchObject({ next: null, messages: [{ direction: "OUTBOUND" }] });
    const around = await call("get_conversation", {
      conversation_id: "acme-thread-2",
      around_message_id: later.messages[0]?.message_id,
    });
    expect((around.output as typeof page).messages).toHaveLength(2);
    expect(around.text).toMatch(/<<data (\w+)\n[\s\S]*acmesecretc[\s\S]*data \1>>/);
  });

  test("a salesperson cannot read a colleague's", async () => {
    const rep: Principal = { ...principal, user: "rep-b", roles: ["SALES_REP"] };
    const read = (conversation_id: string) =>
      callTool(
        rapport.tools.getConversation,
        { conversation_id },
        { principal: async () => rep, signal: new AbortController().signal },
      );
    expect((await read("acme-thread-1")).isError).toBeUndefined();
    expect(await read("acme-thread-2")).toMatchObject({ isError: true });
    expect(JSON.stringify(await read("acme-thread-2"))).not.toContain("acmesecretc");
  });

  test.each<[string, object, RegExp]>([
    ["an unknown one", { conversation_id: "nothing" }, /search/],
    ["a made-up cursor", { conversation_id: "acme-thread-2", after: "garbage" }, /cursor/],
    ["two places at once", { conversation_id: "acme-thread-2", after: "a", before: "b" }, /one of/],
  ])("%s is told how to be mended", async (_what, input, fix) => {
    const { isError, text } = await call("get_conversation", input);
    expect({ isError, text }).toEqual({ isError: true, text: expect.stringMatching(fix) });
  });
});

test("the prompt names the contact and says that texts are data", async () => {
  const { messages } = await client.getPrompt({ name: "prepare-call", arguments: { contact: "Ada" } });
  expect(JSON.stringify(messages)).toMatch(/Ada.*data/);
});
