import type { Client, Tool } from "@modelcontextprotocol/client";
import { AjvJsonSchemaValidator } from "@modelcontextprotocol/client/validators/ajv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "#knowledge/db/test-database.ts";
import { importConversations } from "#knowledge/import/import-conversations.ts";
import { textSource } from "#knowledge/import/source.ts";
import type { RunningServer } from "../http/serve.ts";
import { connectHttp, type Era, eras } from "../test-support/connect.ts";
import { composeForTests, serveWorkspace } from "../test-support/serve-workspace.ts";
import { open, people, trainedWorkspace } from "../test-support/trained-workspace.ts";

const { servers, close } = composeForTests();
const known = { contact_id: people.at(-open)?.id };

/** A call that succeeds, for every tool of every server. */
const examples: Record<string, Record<string, unknown>[]> = {
  score_lead: [
    known,
    {
      contact_data: { firstName: "Ada", source: "referral", seats: 40 },
      interaction_history: [{ type: "EMAIL", direction: "INBOUND", createdAt: "2025-03-01T09:00:00Z" }],
      company_profile: { employees: 12 },
    },
  ],
  explain_score: [
    { ...known, score: 1 },
    { ...known, since: "2025-02-01T00:00:00Z" },
  ],
  find_leads: [
    {},
    { limit: 2, outcome: "any", bands: ["A", "B", "C", "D"], search: "quill" },
    { search: "nobody" },
  ],
  get_contact: [known],
  search_conversations: [
    { query: "quote for the loom" },
    {
      query: "loom",
      ...known,
      channels: ["EMAIL"],
      from: "2024-01-01",
      limit: 3,
      history: ["Shall we show it?"],
    },
    { query: "zzyzx", company: "Nobody & Sons" },
  ],
  get_conversation: [{ conversation_id: "thread-1" }, { conversation_id: "thread-1", limit: 1 }],
  ask_conversations: [
    { question: "What does the shuttle cost?" },
    { question: "Who won the boat race in 1877?" },
  ],
  find_threads: [{}, { limit: 1 }],
  draft_response: [
    { conversation_id: "thread-2" },
    { conversation_id: "thread-2", instructions: "Keep it short." },
  ],
  list_drafts: [{}, { statuses: ["approved"], limit: 1 }],
  review_draft: [{ handle: "$draft", decision: "reject", reason: "I shall call them." }],
  generate_insights: [
    {},
    {
      customer_segment: "source=referral",
      time_period: { from: "2025-01-01", to: "2025-03-01" },
      metrics: ["win_rate"],
    },
  ],
  analyze_customer_journey: [known, { ...known, as_of: "2025-02-01T00:00:00Z", time_zone: "Europe/Berlin" }],
  list_opportunities: [{}, { kinds: ["upsell"], limit: 1 }],
  list_topics: [{}, { from: "2025-02-01", to: "2025-04-01", time_zone: "Europe/Berlin", limit: 3 }],
  replay_insight: [{ handle: "$handle" }],
  record_outcome: [{ ...known, outcome: "won", note: "Signed." }],
};

let http: RunningServer;
/** Of a run that was made before. */
let handle: string;
/** Of a draft that waits. */
let draft: string;

beforeAll(async () => {
  const principal = await trainedWorkspace();
  const conversation = {
    id: "thread-1",
    contact: known.contact_id,
    messages: [
      { direction: "inbound", at: "2025-03-01T09:00:00Z", text: "What does the shuttle cost?" },
      { direction: "outbound", at: "2025-03-01T10:00:00Z", text: "The shuttle costs 40 euros." },
    ],
  };
  const waiting = ["thread-2", "thread-3"].map((id) => ({
    id,
    contact: known.contact_id,
    messages: [{ direction: "inbound", at: "2025-03-02T09:00:00Z", text: "And the loom?" }],
  }));
  const lines = [conversation, ...waiting].map((line) => JSON.stringify(line)).join("\n");
  await importConversations(testDatabase(), principal, textSource("c.jsonl", lines));
  http = await serveWorkspace(principal);
  const client = await connectHttp(`${http.url}/mcp/insights`);
  const { structuredContent } = await client.callTool({ name: "generate_insights", arguments: {} });
  ({ handle } = (structuredContent as { replay: { handle: string } }).replay);
  await client.close();
  const drafting = await connectHttp(`${http.url}/mcp/conversations`);
  const drafted = await drafting.callTool({
    name: "draft_response",
    arguments: { conversation_id: "thread-3" },
  });
  ({ handle: draft } = drafted.structuredContent as { handle: string });
  await drafting.close();
});

afterAll(() => Promise.all([http.close(), close()]));

test("there are at most 20 tools in all, each name once", () => {
  const names = servers.flatMap(({ tools }) => tools.map(({ name }) => name));
  expect(names.length).toBeLessThanOrEqual(20);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(servers.map(({ name, tools }) => ({ name, tools })))(
  "server $name",
  ({ name, tools: defined }) => {
    let client: Client;
    let tools: Tool[];

    beforeAll(async () => {
      client = await connectHttp(`${http.url}/mcp/${name}`);
      ({ tools } = await client.listTools());
    });

    afterAll(() => client.close());

    test("offers every tool that it defines", () => {
      expect(tools.map((tool) => tool.name)).toEqual(defined.map((tool) => tool.name));
    });

    test("is as it was reviewed, and the same in both eras", async () => {
      const [legacy, modern] = await Promise.all(
        eras.map((era) => definitions(`${http.url}/mcp/${name}`, era)),
      );
      expect(modern).toEqual(legacy);
      await expect(`${JSON.stringify(legacy, null, 2)}\n`).toMatchFileSnapshot(`__snapshots__/${name}.json`);
    });

    describe.each(defined.map((tool) => tool.name))("tool %s", (toolName) => {
      const advertised = () => {
        const tool = tools.find((one) => one.name === toolName);
        if (!tool) throw new Error(`${toolName} is not listed`);
        return tool;
      };

      test("says what it is, takes and gives, and what it may do", () => {
        const { title, description, inputSchema, outputSchema, annotations } = advertised();
        expect(toolName).toMatch(/^[a-z]+(_[a-z]+)*$/);
        expect(title?.length).toBeGreaterThan(3);
        expect(description?.length).toBeGreaterThan(40);
        expect(inputSchema.type).toBe("object");
        expect(outputSchema?.type).toBe("object");
        const hints = ["readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint"] as const;
        for (const hint of hints) expect(annotations?.[hint]).toBeTypeOf("boolean");
      });

      test("has an example here", () => {
        expect(examples[toolName]?.length).toBeGreaterThan(0);
      });

      test.each(examples[toolName] ?? [])(
        "answers %j in the schema it advertises, and in words",
        async (input) => {
          const { isError, content, structuredContent } = await client.callTool({
            name: toolName,
            arguments: withHandle(input),
          });
          const text = content.map((part) => (part.type === "text" ? part.text : "")).join("\n");
          expect({ isError, text }).toEqual({ isError: undefined, text: expect.stringMatching(/\w+ \w+/) });
          expect(text).not.toMatch(/undefined|null|NaN|\[object/);
          const validate = new AjvJsonSchemaValidator().getValidator(advertised().outputSchema ?? {});
          expect(validate(structuredContent)).toMatchObject({ valid: true });
        },
      );
    });
  },
);

/** Handles are made while the test runs. */
function withHandle(input: Record<string, unknown>): Record<string, unknown> {
  if (!("handle" in input)) return input;
  return { ...input, handle: input.handle === "$draft" ? draft : handle };
}

/** All that a host is told of a server before anything is called. */
async function definitions(url: string, era: Era) {
  const host = await connectHttp(url, era);
  const told = {
    instructions: host.getInstructions(),
    tools: (await host.listTools()).tools,
    resourceTemplates: host.getServerCapabilities()?.resources
      ? (await host.listResourceTemplates()).resourceTemplates
      : [],
    prompts: (await host.listPrompts()).prompts,
  };
  await host.close();
  return told;
}
