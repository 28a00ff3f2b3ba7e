import { symbols } from "pino";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { log } from "#core/log.ts";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "#knowledge/db/test-database.ts";
import { openReceiver } from "#knowledge/webhooks/test-receiver.ts";
import { scriptedModel } from "#models/stand-ins/scripted-model.ts";
import { composeForTests } from "../../test-support/serve-workspace.ts";
import { openIdentity } from "../identity/identity.ts";
import { type RunningServer, serveHttp } from "../serve.ts";

// What customers and credentials say never reaches the log, at its most talkative.

const customer = { email: "zebedee.quill@persona.example", name: "Zebedeequill", said: "thesecretloomprice" };
const providerKey = "sk-live-0123456789abcdef";
const failure = Object.assign(new Error(`401: Bearer ${providerKey} asked about ${customer.email}`), {
  status: 401,
  request: { headers: { authorization: `Bearer ${providerKey}` }, body: customer.said },
});
const model = scriptedModel("openai:gpt-5-mini", Array(20).fill({ fail: failure }), { timeoutMs: 500 });
const rapport = composeForTests({ RAPPORT_WEBHOOK_NETWORKS: "127.0.0.0/8" }, { models: [model] });
const context = () => ({ principal: admin, signal: AbortSignal.timeout(20_000) });

let admin: Principal;
let key: string;
let http: RunningServer;
let receiver: Awaited<ReturnType<typeof openReceiver>>;
let secrets: string[];
const lines: string[] = [];

beforeAll(async () => {
  admin = await freshWorkspace();
  key = (await rapport.operations.createKey(admin, { name: "crm", roles: ["ADMIN"] })).key;
  receiver = await openReceiver();
  const { config, verifyKey, findTenant, findUser, servers, api, inbox, pingDatabase, service } = rapport;
  const principal = async () => admin;
  const identity = openIdentity({
    config: { ...config, auth: { ...config.auth, required: true } },
    ...{ verifyKey, findTenant, findUser, principal },
  });
  http = await serveHttp({
    ...{ host: "127.0.0.1", port: 0, servers, principal, identity, api, inbox, pingDatabase, service },
  });
  secrets = [key, key.slice(-20), providerKey, customer.email, customer.name, customer.said];
  const stream = (log as unknown as Record<symbol, { write(text: string): void }>)[symbols.streamSym];
  if (!stream) throw new Error("the log writes nowhere");
  vi.spyOn(stream, "write").mockImplementation((text) => void lines.push(text));
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    lines.push(String(text));
    return true;
  });
});

afterEach(() => {
  lines.length = 0;
});

afterAll(async () => {
  vi.restoreAllMocks();
  log.level = "silent";
  await http.close();
  await receiver.close();
  await rapport.close();
});

/** What the log says of some work. */
async function told(work: () => Promise<unknown>): Promise<string> {
  log.level = "trace";
  await work();
  // The line of a request is written once its connection is done with it.
  await new Promise((resolve) => setTimeout(resolve, 50));
  log.level = "silent";
  return lines.join("");
}

const send = (
  path: string,
  { body, headers = {} }: { body?: string; headers?: Record<string, string> } = {},
) =>
  fetch(`${http.url}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${key}`,
      cookie: `sid=${key}`,
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  }).then((response) => response.text());

const contact = () =>
  JSON.stringify({ email: customer.email, firstName: customer.name, lastName: "Quill", company: "Mills" });
const mcp = (name: string, input: object) =>
  send("/mcp", {
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: input } }),
    headers: { accept: "application/json, text/event-stream" },
  });

describe("nothing is told of", () => {
  test.each<[string, () => Promise<unknown>]>([
    [
      "a write",
      async () => expect(await send("/api/v1/contacts", { body: contact() })).toContain(customer.name),
    ],
    ["a write that is refused", () => send("/api/v1/contacts", { body: contact() })],
    ["a search in the address", () => send(`/api/v1/contacts?search=${customer.email}`)],
    [
      "a body that cannot be parsed",
      () => send("/api/v1/contacts", { body: `{"email": "${customer.email}` }),
    ],
    ["a wrong key", () => send("/api/v1/contacts", { headers: { authorization: `Bearer ${key}x` } })],
    ["a credential in the address", () => send(`/api/v1/contacts?access_token=${key}`)],
    ["a tool over MCP", () => mcp("get_contact", { email: customer.email })],
    ["a tool that fails", () => mcp("score_lead", { email: customer.email })],
    ["a question that a model cannot answer", () => mcp("ask_conversations", { question: customer.said })],
  ])("%s", async (_what, work) => {
    const text = await told(work);
    expect(text).toContain('"msg":"request"');
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });

  test("a message that another system sends, signed or not, and working it off", async () => {
    const { path, secret } = await rapport.api.tools.createWebhookSource.run(context(), { name: "site" });
    const body = JSON.stringify({ type: "contact", data: { email: customer.email, nothing: customer.said } });
    const at = new Date();
    const signature = new Webhook(secret ?? "").sign("m-1", at, body);
    const headers = { "webhook-id": "m-1", "webhook-timestamp": `${Math.floor(at.getTime() / 1_000)}` };
    const text = await told(async () => {
      const taken = await send(path, { body, headers: { ...headers, "webhook-signature": signature } });
      await send(path, { body, headers: { ...headers, "webhook-signature": `${signature}x` } });
      await rapport.operations.processMessage(admin, JSON.parse(taken).id).catch((error: unknown) => {
        log.warn({ err: error }, "a try of a job failed");
      });
    });
    expect(text).toContain("receiveWebhook");
    const all = [...secrets, secret ?? "", signature, signature.slice(3)];
    expect(all.filter((each) => text.includes(each))).toEqual([]);
  });

  test("an event that is sent, to who takes it and to who does not", async () => {
    const made = await rapport.api.tools.createWebhookEndpoint.run(context(), {
      url: `${receiver.url}/${customer.said}`,
      eventTypes: [],
    });
    const { secret } = made as { secret: string | null };
    const second = await send("/api/v1/contacts", { body: contact().replace("zebedee", "second") });
    expect(JSON.parse(second)).toMatchObject({ id: expect.any(String) });
    const event = await latestEvent();
    const text = await told(async () => {
      for (const answer of [500, 204]) {
        receiver.answer = answer;
        for (const id of await rapport.operations.fanOut(admin, event))
          await rapport.operations.deliver(admin, { id, isLast: false }).catch((error: unknown) => {
            log.warn({ err: error }, "a try of a job failed");
          });
      }
    });
    expect({ text, event, taken: receiver.taken.length }).toMatchObject({ taken: 2 });
    const signatures = receiver.taken.map(({ headers }) => headers["webhook-signature"] ?? "?");
    expect([...secrets, secret ?? "?", ...signatures].filter((each) => text.includes(each))).toEqual([]);
  });

  test("a row that the database refuses", async () => {
    const text = await told(async () => {
      const insert =
        "insert into contacts (tenant_id, id, external_id, email) values ($1, gen_random_uuid(), $2, $2)";
      const twice = testDatabase().withTenant(admin.tenant.id, async (tx) => {
        for (let n = 0; n < 2; n++) await tx.query(insert, [admin.tenant.id, customer.email]);
      });
      await twice.catch((error: unknown) => log.error({ err: error }, "HTTP request failed"));
    });
    expect(text).toContain("contacts_external_id");
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });
});

async function latestEvent(): Promise<number> {
  const { id } = admin.tenant;
  return testDatabase().readTenant(id, async (tx) => {
    const sql = "select max(seq)::int as seq from events where tenant_id = $1 and type = 'contact.created'";
    return (await tx.query<{ seq: number }>(sql, [id])).rows[0]?.seq ?? 0;
  });
}
