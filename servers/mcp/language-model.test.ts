import type { Client } from "@modelcontextprotocol/client";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import type { ModelScript } from "#models/stand-ins/model-script.ts";
import { type ProviderStandIn, providerStandIns } from "#models/stand-ins/provider-stand-ins.ts";
import { connectHttp, connectStdio } from "../test-support/connect.ts";
import { serveWorkspace } from "../test-support/serve-workspace.ts";
import { people, trainedWorkspace } from "../test-support/trained-workspace.ts";

// The whole way: a host's client, the server (once in a process of its own), the provider's real client class, and its HTTP API.

let principal: Principal;
let local: Answer;
beforeAll(async () => {
  principal = await trainedWorkspace();
  local = await scoreWith();
});

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of closing.splice(0)) await thing.close();
});

const contact_id = people.at(-1)?.id;
const as_of = new Date().toISOString();
const vote = (score: number, reason = "They replied.") =>
  JSON.stringify({ score, urgency: 10, priority: 20, sentiment: 30, response_time: 40, reason });

interface Answer {
  score: number;
  engine: string;
  scorers: { name: string; status: string; reason: string | null }[];
}

type Connect = (env: Record<string, string>) => Promise<Client>;

const stdio: Connect = (env) => connectStdio(principal.tenant.name, "legacy", env);

const http: Connect = async (env) => {
  const server = await serveWorkspace(principal, env);
  closing.unshift(server);
  return connectHttp(`${server.url}/mcp`);
};

interface Calling {
  tool?: string;
  connect?: Connect;
  /** Long enough for a process that has yet to load its client, unless waiting is what is tested. */
  timeoutMs?: number;
}

async function scoreWith(script?: ModelScript, calling?: Calling) {
  return (await callWith(script, calling)).answer;
}

async function callWith(
  script?: ModelScript,
  { tool = "score_lead", connect = http, timeoutMs = 20_000 }: Calling = {},
) {
  const provider: ProviderStandIn | undefined = script && (await providerStandIns.google(script));
  const env = provider
    ? { ...provider.env, RAPPORT_MODELS: provider.id, RAPPORT_MODEL_TIMEOUT_MS: String(timeoutMs) }
    : {};
  const client: Client = await connect(env);
  closing.unshift(client, ...(provider ? [provider] : []));
  const result = await client.callTool({ name: tool, arguments: { contact_id, as_of } });
  expect(result.isError).toBeFalsy();
  const answer = result.structuredContent as unknown as Answer;
  return { answer, shown: JSON.stringify(result), sent: JSON.stringify(provider?.server.requests) };
}

describe("a language model behind the server", () => {
  test("moves the score by its vote, and without it the local score is back", async () => {
    const [up, down] = [
      await scoreWith(() => ({ text: vote(95) }), { connect: stdio }),
      await scoreWith(() => ({ text: vote(2) })),
    ];
    expect(up.score).toBeGreaterThan(local.score);
    expect(down.score).toBeLessThan(local.score);
    expect(up.engine).toBe("local + google:gemini-2.5-flash");
    expect((await scoreWith()).score).toBe(local.score);
  });

  test.each<[string, ModelScript]>([
    ["hangs", () => "hang"],
    ["is overloaded", () => ({ status: 503 })],
    ["babbles", () => ({ text: "What a lovely lead!" })],
  ])("that %s is named and leaves the local score", async (_how, script) => {
    const answer = await scoreWith(script, { timeoutMs: 600 });
    expect(answer.score).toBe(local.score);
    expect(answer.engine).toBe("local");
    expect(answer.scorers).toContainEqual(
      expect.objectContaining({
        name: "google:gemini-2.5-flash",
        status: "failed",
        reason: expect.stringMatching(/./),
      }),
    );
  });

  test.each(["score_lead", "explain_score"])("is not told by %s who the lead is", async (tool) => {
    const { sent, shown } = await callWith(() => ({ text: vote(50) }), { tool });
    const { firstName, lastName, email, phone, id } = people.at(-1) ?? people[0] ?? expect.fail();
    expect(sent).toContain("<data>");
    for (const own of [firstName, lastName, email, phone, id]) expect(sent).not.toContain(own);
    expect(shown).toContain(`${firstName} ${lastName}`);
  });

  test("cannot hand the host a link in its reason", async () => {
    const reason = "See ![x](https://evil.example/?q=1) and call +1 900 555.";
    const { answer, shown } = await callWith(() => ({ text: vote(95, reason) }));
    expect(answer.scorers[1]).toMatchObject({ status: "voted", reason: expect.stringContaining("withheld") });
    expect(shown).not.toContain("evil");
    expect(shown).not.toContain("900 555");
  });
});
