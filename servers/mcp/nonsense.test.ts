import type { CallToolResult, Client } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningServer } from "../http/serve.ts";
import { connectHttp, connectStdio, eras } from "../test-support/connect.ts";
import { insides } from "../test-support/insides.ts";
import { serveWorkspace } from "../test-support/serve-workspace.ts";
import { people, trainedWorkspace } from "../test-support/trained-workspace.ts";

const known = people[0]?.id ?? "";
const endless = "x".repeat(5_000_000);
const past = "2025-01-01T00:00:00Z";
const future = "2999-01-01T00:00:00Z";
const happened = (more: object = {}) => ({ type: "EMAIL", createdAt: past, ...more });
const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A tool call that makes no sense, and what its answer must say. */
const calls: [string, string, Record<string, unknown>, RegExp][] = [
  ["an unknown contact", "score_lead", { contact_id: "nobody" }, /find_leads/],
  ["an unknown email", "get_contact", { email: "nobody@nowhere.example" }, /find_leads/],
  ["no contact", "explain_score", {}, /contact_id/],
  ["a misspelt field", "score_lead", { contactid: known }, /contact_id/],
  [
    "wrong types",
    "score_lead",
    { contact_id: 7, interaction_history: "none" },
    /contact_id.*interaction_history/,
  ],
  ["a limit too high", "find_leads", { limit: 1_000 }, /limit.*50/],
  ["an unknown band", "find_leads", { bands: ["Z"] }, /bands.*"A"/],
  ["5 MB in an id", "score_lead", { contact_id: endless }, /contact_id.*500/],
  [
    "5 MB in a message",
    "score_lead",
    { interaction_history: [happened({ content: endless })] },
    /content.*50000/,
  ],
  ["5 MB in a free field", "score_lead", { contact_data: { budget: endless } }, /shorten/],
  ["5 MB in a custom field", "score_lead", { contact_data: { customFields: { budget: endless } } }, /budget/],
  ["5 MB in a company's field", "score_lead", { company_profile: { industry: endless } }, /industry/],
  ["5 MB in a field's name", "score_lead", { contact_data: { [endless]: 1 } }, /shorten/],
  ["5 MB in a search", "find_leads", { search: endless }, /search.*200/],
  ["5 MB in a note", "record_outcome", { contact_id: known, outcome: "won", note: endless }, /note.*2000/],
  [
    "a history in the future",
    "score_lead",
    { interaction_history: [happened({ createdAt: future })] },
    /future/,
  ],
  ["a moment in the future", "score_lead", { contact_id: known, as_of: future }, /future/],
  ["an explanation in the future", "explain_score", { contact_id: known, as_of: future }, /future/],
  ["a contact as of the future", "get_contact", { contact_id: known, as_of: future }, /future/],
  ["an outcome in the future", "record_outcome", { contact_id: known, outcome: "won", at: future }, /future/],
  ["no date", "score_lead", { contact_id: known, as_of: "tomorrow" }, /as_of.*2026-01-31T09:30:00Z/],
  ["a contact both stored and given", "score_lead", { contact_id: known, contact_data: {} }, /not both/],
  [
    "a history for a stored contact",
    "score_lead",
    { contact_id: known, interaction_history: [] },
    /not both/,
  ],
  ["10,000 interactions", "score_lead", { interaction_history: Array(10_000).fill(happened()) }, /5000/],
  ["a cursor that is none", "find_leads", { cursor: "garbage" }, /Leave it out/],
  ["a cursor made by hand", "find_leads", { cursor: cursor({ p: 1, id: "-".repeat(36) }) }, /Leave it out/],
  [
    "a made-up handle",
    "record_outcome",
    { confirm: "0190c7a2-0000-7000-8000-000000000000" },
    /Propose first/,
  ],
  ["a handle that is none", "record_outcome", { confirm: "yes" }, /handle/],
  ["an outcome without a result", "record_outcome", { contact_id: known }, /won or lost/],
  ["a character that no database stores", "get_contact", { contact_id: "a\u0000b" }, /U\+0000/],
  ["the same in a note", "record_outcome", { contact_id: known, outcome: "won", note: "\u0000" }, /U\+0000/],
  ["an unknown tool", "no_such_tool", {}, /score_lead/],
  ["5 MB in a tool's name", endless, {}, /score_lead|shorter names/],
];

/** Other requests that make no sense. */
const requests: [string, (client: Client) => Promise<unknown>, RegExp][] = [
  [
    "an unknown model",
    (client) => client.readResource({ uri: "mcp://scoring-models/nope" }),
    /List the resources/,
  ],
  [
    "a model's name that none can have",
    (client) => client.readResource({ uri: "mcp://scoring-models/\u0000" }),
    /scoring-models\/\{id\}/,
  ],
  [
    "unknown training data",
    (client) => client.readResource({ uri: "mcp://training-data/nope" }),
    /List the resources/,
  ],
  [
    "an unknown resource",
    (client) => client.readResource({ uri: "mcp://secrets/all" }),
    /mcp:\/\/scoring-models/,
  ],
  ["no address", (client) => client.readResource({ uri: "garbage" }), /mcp:\/\/scoring-models/],
  [
    "an endless address",
    (client) => client.readResource({ uri: `mcp://${endless.slice(0, 900_000)}` }),
    /mcp:\/\/scoring-models|shorter names/,
  ],
  ["an unknown prompt", (client) => client.getPrompt({ name: "nope" }), /call-list/],
  ["5 MB in a prompt's name", (client) => client.getPrompt({ name: endless }), /call-list|shorter names/],
  [
    "5 MB in a prompt's argument",
    (client) => client.getPrompt({ name: "call-list", arguments: { count: endless } }),
    /count.*200/,
  ],
];

let workspace: string;
let http: RunningServer;

beforeAll(async () => {
  const principal = await trainedWorkspace();
  workspace = principal.tenant.name;
  http = await serveWorkspace(principal);
});

afterAll(() => http.close());

const ways = eras.flatMap((era) => [
  { way: `stdio, ${era} era`, connect: () => connectStdio(workspace, era) },
  { way: `HTTP, ${era} era`, connect: () => connectHttp(`${http.url}/mcp`, era) },
]);

describe.each(ways)("over $way", ({ connect }) => {
  let client: Client;

  beforeAll(async () => {
    client = await connect();
  });

  afterAll(() => client.close());

  const expectAlive = async () => {
    const { structuredContent } = await client.callTool({
      name: "get_contact",
      arguments: { contact_id: known },
    });
    expect(structuredContent).toMatchObject({ external_id: known });
  };

  test.each(calls)("%s gets a short error that names the fix", async (_what, name, input, fix) => {
    expectHelpful(await refusal(() => client.callTool({ name, arguments: input })), fix);
    await expectAlive();
  });

  test.each(requests)("%s gets a short error that names the fix", async (_what, request, fix) => {
    expectHelpful(await refusal(() => request(client)), fix);
    await expectAlive();
  });
});

/** The error, whether it came as a tool's result or as the protocol's; a success fails the test. */
async function refusal(ask: () => Promise<unknown>): Promise<string> {
  let answer: unknown;
  try {
    answer = await ask();
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  }
  const { isError, content } = answer as CallToolResult;
  if (!isError) throw new Error(`it was accepted: ${JSON.stringify(answer).slice(0, 500)}`);
  expect(answer).not.toHaveProperty("structuredContent");
  return content.map((part) => (part.type === "text" ? part.text : "")).join("\n");
}

function expectHelpful(text: string, fix: RegExp): void {
  expect(text.length).toBeLessThan(1_000);
  expect(text).toMatch(fix);
  expect(text).not.toMatch(insides);
}
