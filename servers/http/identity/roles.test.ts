import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reachOf } from "#core/access.ts";
import { type Principal, type Role, roles } from "#core/principal.ts";
import { callTool } from "../../mcp/call-tool.ts";
import { conversationsWorkspace, markedRecords } from "../../test-support/conversations-workspace.ts";
import { composeForTests } from "../../test-support/serve-workspace.ts";
import { apiOperations } from "../api/operations.ts";
import { roleTable } from "./role-table.ts";

const mark = "rolled";
const people = 4;
const rapport = composeForTests({ RAPPORT_EMBEDDER: "none" });
const tools = rapport.servers.flatMap((server) => server.tools);

/** rep-a's contacts are those of even numbers, rep-b's the others. */
const records = markedRecords(mark, people);
const [own, others] = [0, 1].map((n) => ({
  contact_id: `${mark}-lead-${n}`,
  conversation_id: `${mark}-thread-${n}`,
  topic: n === 0 ? "the price of the loom" : "delivery to Leeds",
})) as [Target, Target];
/** Words that customers of rep-b wrote. */
const secretsOfOthers = records.secrets.slice(0, people).filter((_, n) => n % 2 === 1);

interface Target {
  contact_id: string;
  conversation_id: string;
  topic: string;
}

/** A call about one contact or conversation, for every tool there is. */
const inputs: Record<string, (target: Target) => Record<string, unknown>> = {
  score_lead: ({ contact_id }) => ({ contact_id }),
  explain_score: ({ contact_id }) => ({ contact_id, score: 50 }),
  find_leads: () => ({}),
  get_contact: ({ contact_id }) => ({ contact_id }),
  record_outcome: ({ contact_id }) => ({ contact_id, outcome: "won" }),
  search_conversations: ({ topic }) => ({ query: `${topic} project called` }),
  get_conversation: ({ conversation_id }) => ({ conversation_id }),
  ask_conversations: ({ topic }) => ({ question: `What did they write about ${topic}?` }),
  find_threads: () => ({ within_days: 3_650 }),
  draft_response: ({ conversation_id }) => ({ conversation_id }),
  list_drafts: () => ({}),
  review_draft: () => ({ handle: "00000000-0000-4000-8000-000000000000", decision: "reject", reason: "no" }),
  generate_insights: () => ({}),
  replay_insight: () => ({ handle: "none-such" }),
  analyze_customer_journey: ({ contact_id }) => ({ contact_id }),
  list_opportunities: () => ({}),
  list_topics: () => ({}),
};

let workspace: Principal;

beforeAll(async () => {
  workspace = await conversationsWorkspace(mark, people);
  await rapport.operations.index(workspace);
});

afterAll(() => rapport.close());

test("the table in docs/roles.md is what the code says (vitest -u writes it)", async () => {
  const operations = apiOperations(rapport.api.tools).map(({ method, path, permission }) => ({
    name: `${method.toUpperCase()} ${path}`,
    permission,
  }));
  const parts = [
    ["MCP tools", tools],
    ["REST operations", operations],
  ] as const;
  const table = parts.map(([title, callables]) => `\n## ${title}\n\n${roleTable(callables)}\n`);
  await expect(`${intro}\n${table.join("")}`).toMatchFileSnapshot("../../../docs/roles.md");
});

test("every tool has a call here", () => {
  expect(Object.keys(inputs).sort()).toEqual(tools.map(({ name }) => name).sort());
});

describe.each(roles)("%s", (role) => {
  // A call that is given up before it runs: who may is told so, who may not is told that. Nothing is worked out.
  test.each(tools.map((tool) => [tool.name, reachOf([role], tool.permission)] as const))(
    "%s: %s",
    async (name, reach) => {
      const said = await say(name, own, { roles: [role] }, AbortSignal.abort());
      expect(said).toMatch(reach === "none" ? /^FORBIDDEN: This needs the permission/ : /^CANCELLED:/);
    },
  );
});

const reachedBy = (role: Role) =>
  tools.filter(({ permission }) => reachOf([role], permission) !== "none").map(({ name }) => name);

describe("a SALES_REP and what customers wrote to others", () => {
  test.each(reachedBy("SALES_REP"))("%s shows none of it", async (name) => {
    const said = await say(name, others, { roles: ["SALES_REP"] });
    expect(secretsOfOthers.filter((secret) => said.includes(secret))).toEqual([]);
  });

  const byOwner = ["get_conversation", "record_outcome", "analyze_customer_journey"];
  test.each(byOwner)("%s serves their own, and refuses others'", async (name) => {
    expect(await say(name, own, { roles: ["SALES_REP"] })).not.toMatch(/^[A-Z_]+:/);
    expect(await say(name, others, { roles: ["SALES_REP"] })).toMatch(/^(FORBIDDEN|NOT_FOUND):/);
  });

  test("draft_response does not even say whether others' conversations wait for an answer", async () => {
    const said = (target: Target) => say("draft_response", target, { roles: ["SALES_REP"] });
    expect(await said(own)).toMatch(/waits for an answer/);
    expect(await said(others)).not.toMatch(/waits for an answer/);
  });
});

describe("who may not read interactions is shown none", () => {
  test.each(reachedBy("MARKETING_MANAGER"))("%s, to a MARKETING_MANAGER", async (name) => {
    const said = await say(name, own, { roles: ["MARKETING_MANAGER"] });
    expect(records.secrets.filter((secret) => said.includes(secret))).toEqual([]);
  });
});

test.each(tools.map((tool) => [tool.name, tool.permission] as const))(
  "%s is not run for an administrator's credential that lacks the scope %s",
  async (name, permission) => {
    const scopes = permission === "users:read" ? [] : (["users:read"] as const);
    expect(await say(name, own, { roles: ["ADMIN"], scopes })).toContain(`the scope ${permission}`);
  },
);

async function say(
  name: string,
  target: Target,
  who: Pick<Principal, "roles" | "scopes">,
  signal = new AbortController().signal,
): Promise<string> {
  const tool = tools.find((one) => one.name === name);
  if (!tool) throw new Error(`no tool ${name}`);
  const principal = async () => ({ tenant: workspace.tenant, user: "rep-a", ...who });
  const answer = await callTool(tool, inputs[name]?.(target), { principal, signal });
  const [text] = answer.content;
  const words = text?.type === "text" ? text.text : "";
  return answer.isError ? words : `ok ${words} ${JSON.stringify(answer.structuredContent)}`;
}

const intro = `# Who may call what

Written by a test from the code (core/access.ts, each tool's and operation's permission): change those, not this file.
**own**: records of contacts that are assigned to the caller. What a credential is confined to narrows it further ([identity.md](identity.md)).`;
