import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "#knowledge/db/test-database.ts";
import { composeForTests } from "../../test-support/serve-workspace.ts";
import { type RunningServer, serveHttp } from "../serve.ts";
import type { WebhookInbox } from "./incoming-webhooks.ts";

const rapport = composeForTests();
let principal: Principal;
let server: RunningServer;
let source: { path: string; secret: string | null };

beforeAll(async () => {
  principal = await freshWorkspace();
  const context = { principal, signal: new AbortController().signal };
  source = await rapport.api.tools.createWebhookSource.run(context, { name: "site" });
  server = await serve(rapport.inbox);
});

afterAll(async () => {
  await server.close();
  await rapport.close();
});

test("a signed message is stored before it is answered, and has one effect", async () => {
  const message = {
    type: "form_submission",
    data: { contact: { email: "ada@mills.example" }, form: "Demo", fields: {} },
  };
  const first = await send(message, { id: "m-1" });
  expect([first.status, first.body]).toEqual([202, { id: expect.any(String), duplicate: false }]);
  expect(await stored()).toEqual(["m-1"]);
  const again = await send(message, { id: "m-1" });
  expect([again.status, again.body]).toEqual([202, { id: first.body.id, duplicate: true }]);
  for (let n = 0; n < 2; n++) await rapport.operations.processMessage(principal, first.body.id);
  expect(await rapport.operations.listWebhookMessages(principal, { limit: 9 })).toMatchObject([
    {
      source: "site",
      error: null,
      result: { contactId: expect.any(String), interactionId: expect.any(String) },
    },
  ]);
});

test("ten at once with one id are one", async () => {
  const sent = await Promise.all(
    Array.from({ length: 10 }, () => send({ type: "contact", data: {} }, { id: "m-10" })),
  );
  expect(sent.map(({ status }) => status)).toEqual(Array(10).fill(202));
  expect(sent.filter(({ body }) => !body.duplicate)).toHaveLength(1);
});

describe("is refused", () => {
  test.each<[string, Sending]>([
    ["an unknown source", { path: `/webhooks/${"A".repeat(43)}` }],
    ["a path that is none", { path: "/webhooks/site" }],
    ["a wrong secret", { secret: `whsec_${Buffer.alloc(32).toString("base64")}` }],
    ["a changed body", { changed: '{"type":"contact"}' }],
    ["an old message", { at: new Date(Date.now() - 301_000) }],
    ["a message without a signature", { headers: { "webhook-signature": "" } }],
  ])("%s, in the same words", async (_what, sending) => {
    const { status, body } = await send({}, sending);
    expect([status, body.error.code, body.error.path]).toEqual([401, "UNAUTHENTICATED", "/webhooks"]);
    expect(body.error.message).toMatch(/^No source here has sent this/);
  });

  test("what is too large, compressed, or no JSON", async () => {
    const large = await send({ text: "x".repeat(1_000_001) });
    const gzip = { changed: new Uint8Array(gzipSync("{}")), headers: { "content-encoding": "gzip" } };
    const text = await send("no object");
    expect([large.status, (await send({}, gzip)).status, text.status]).toEqual([413, 415, 400]);
  });

  test("all while the database is down, so that it is sent again", async () => {
    const down = new AppError("DATABASE_UNAVAILABLE", "The database cannot be reached.", { retryable: true });
    const broken = await serve({ ...rapport.inbox, store: () => Promise.reject(down) });
    const { status, headers } = await send({}, { url: broken.url });
    expect([status, headers.get("retry-after")]).toEqual([503, "5"]);
    await broken.close();
  });

  test("what is beyond the source's limit", async () => {
    const callers: Principal[] = [];
    const limited = await serve(rapport.inbox, async (caller) => {
      callers.push(caller);
      return { limit: 1, remaining: 0, resetSeconds: 7, isWithin: false };
    });
    const { status, headers } = await send({}, { url: limited.url });
    expect([status, headers.get("retry-after")]).toEqual([429, "7"]);
    expect(callers).toMatchObject([{ user: "webhook:site", kind: "key" }]);
    await limited.close();
  });
});

interface Sending {
  id?: string;
  url?: string;
  path?: string;
  secret?: string;
  /** Sent instead of what was signed. */
  changed?: string | Uint8Array<ArrayBuffer>;
  at?: Date;
  headers?: Record<string, string>;
}

async function send(message: unknown, sending: Sending = {}) {
  const { id = randomUUID(), url = server.url, path = source.path, at = new Date(), headers = {} } = sending;
  const body = JSON.stringify(message);
  const response = await fetch(url + path, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
      "webhook-signature": new Webhook(sending.secret ?? source.secret ?? "").sign(id, at, body),
      ...headers,
    },
    body: sending.changed ?? body,
  });
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  return { status: response.status, headers: response.headers, body: (await response.json()) as any };
}

type Count = (
  caller: Principal,
) => Promise<{ limit: number; remaining: number; resetSeconds: number; isWithin: boolean }>;

async function serve(inbox: WebhookInbox, countRequest?: Count): Promise<RunningServer> {
  return serveHttp({
    host: "127.0.0.1",
    port: 0,
    servers: [],
    principal: async () => principal,
    inbox,
    pingDatabase: rapport.pingDatabase,
    ...(countRequest ? { service: { countRequest } } : {}),
  });
}

async function stored(): Promise<unknown[]> {
  const { rows } = await testDatabase().readTenant(principal.tenant.id, (tx) =>
    tx.query("SELECT message_id FROM webhook_messages WHERE tenant_id = $1", [principal.tenant.id]),
  );
  return rows.map(({ message_id: id }) => id);
}
