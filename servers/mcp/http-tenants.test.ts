import type { Client } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { connectHttp, type Era, eras } from "../test-support/connect.ts";
import { conversationsWorkspace, markedRecords } from "../test-support/conversations-workspace.ts";
import { type IdentityProvider, startIdentityProvider } from "../test-support/identity-provider.ts";
import { serveIdentity } from "../test-support/serve-identity.ts";

// One process serves two workspaces to four clients at once: in either era, one with an API key and one with an access token for each.

const marks = ["northern", "southern"] as const;
type Mark = (typeof marks)[number];

/** A call for every tool that only reads or computes. */
const inputs: Record<string, (mark: Mark) => Record<string, unknown>> = {
  score_lead: (mark) => ({ contact_id: `${mark}-lead-1` }),
  explain_score: (mark) => ({ contact_id: `${mark}-lead-1`, score: 50 }),
  find_leads: () => ({}),
  get_contact: (mark) => ({ contact_id: `${mark}-lead-1` }),
  search_conversations: () => ({ query: "our project about the price of the loom" }),
  get_conversation: (mark) => ({ conversation_id: `${mark}-thread-1` }),
  ask_conversations: () => ({ question: "What did they write about delivery to Leeds?" }),
  find_threads: () => ({ within_days: 3_650 }),
  list_drafts: () => ({}),
  generate_insights: () => ({}),
  replay_insight: () => ({ handle: "none-such" }),
  analyze_customer_journey: (mark) => ({ contact_id: `${mark}-lead-1` }),
  list_opportunities: () => ({}),
  list_topics: () => ({}),
};

interface Asker {
  client: Client;
  mark: Mark;
  era: Era;
}

let provider: IdentityProvider;
let served: Awaited<ReturnType<typeof serveIdentity>>;
const askers: Asker[] = [];

beforeAll(async () => {
  provider = await startIdentityProvider();
  served = await serveIdentity({ ...provider.environment, RAPPORT_EMBEDDER: "none" });
  const { operations } = served.rapport;
  for (const mark of marks) {
    const principal = await conversationsWorkspace(mark, 4);
    await operations.index(principal);
    const { key } = await operations.createKey(principal, { name: "host", roles: ["ADMIN"] });
    const credentials = { legacy: key, modern: await tokenOf(principal) };
    for (const era of eras) {
      askers.push({ client: await connectHttp(`${served.url}/mcp`, era, credentials[era]), mark, era });
    }
  }
});

afterAll(async () => {
  for (const { client } of askers) await client.close();
  await served.close();
  await provider.stop();
});

test("every tool that reads has a call here, and both eras list the same tools", async () => {
  const lists = await Promise.all(askers.map(({ client }) => client.listTools()));
  const reading = lists.map(({ tools }) =>
    tools.filter(({ annotations }) => annotations?.readOnlyHint).map(({ name }) => name),
  );
  for (const names of reading) expect(names.toSorted()).toEqual(Object.keys(inputs).toSorted());
});

test.each(Object.entries(inputs))(
  "%s, asked by all at once, answers each from its own",
  async (name, input) => {
    const answers = await Promise.all(
      askers.map(async ({ client, mark }) => ({
        mark,
        answer: await client.callTool({ name, arguments: input(mark) }),
      })),
    );
    for (const { mark, answer } of answers) expect(leaked(answer, mark)).toEqual([]);
    // Whatever a workspace is told, it is told in both eras and by either credential.
    for (const mark of marks) {
      const [first, second] = answers.filter((one) => one.mark === mark);
      expect(second?.answer.isError).toBe(first?.answer.isError);
    }
  },
);

test("what the other's ids name is not there, in either era", async () => {
  for (const { client, mark } of askers) {
    const other = marks.find((one) => one !== mark) ?? mark;
    const answer = await client.callTool({
      name: "get_contact",
      arguments: { contact_id: `${other}-lead-1` },
    });
    expect(JSON.stringify(answer)).toMatch(/NOT_FOUND/);
    expect(leaked(answer, mark, `${other}-lead-1`)).toEqual([]);
  }
});

test("the answers are of their own records, not merely empty", async () => {
  for (const { client, mark } of askers) {
    const { structuredContent } = await client.callTool({
      name: "get_contact",
      arguments: { contact_id: `${mark}-lead-1` },
    });
    expect(structuredContent).toMatchObject({ company: `Mills ${mark} 1` });
    const found = await client.callTool({
      name: "search_conversations",
      arguments: { query: `${mark}secreta` },
    });
    expect(JSON.stringify(found)).toContain(`Our project is called ${mark}secreta`);
  }
});

test("resources and prompts answer all at once too", async () => {
  await Promise.all(
    askers.map(async ({ client, mark }) => {
      const read = await client.readResource({ uri: "mcp://training-data/current" });
      expect(JSON.parse((read.contents[0] as { text: string }).text)).toMatchObject({ contacts: 4 });
      const { prompts } = await client.listPrompts();
      expect(prompts.length).toBeGreaterThan(2);
      const prompt = await client.getPrompt({ name: "prepare-call", arguments: { contact: mark } });
      expect(JSON.stringify(prompt.messages)).toContain(mark);
    }),
  );
});

/** What of the other workspace's stands in an answer, but for what was asked. */
function leaked(answer: unknown, mark: Mark, asked = ""): string[] {
  const said = JSON.stringify(answer);
  return marks
    .filter((other) => other !== mark)
    .flatMap((other) => {
      const { contacts, conversations, messages, secrets } = markedRecords(other, 4);
      const all = contacts.flatMap(({ id, email, name, company }) => [id, email, name, company]);
      return [...all, ...conversations, ...messages, ...secrets];
    })
    .filter((value) => value !== asked && said.includes(value));
}

function tokenOf({ tenant }: Principal): Promise<string> {
  return provider.token({ claims: { rapport_tenant: tenant.name } });
}
