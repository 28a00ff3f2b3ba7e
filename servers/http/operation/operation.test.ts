import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { auditWriter } from "#knowledge/audit/write-audit.ts";
import { freshWorkspace, testDatabase } from "#knowledge/db/test-database.ts";
import { composeForTests } from "../../test-support/serve-workspace.ts";
import { type RunningServer, serveHttp } from "../serve.ts";
import { serviceMetrics } from "./metrics.ts";
import { serveMetrics } from "./serve-metrics.ts";

const rapport = composeForTests({ RAPPORT_CORS_ORIGINS: "https://crm.example" });
const { registry, ...counted } = serviceMetrics();
rapport.service.watch(counted);
let admin: Principal;
let caller: Principal;
let http: RunningServer;

beforeAll(async () => {
  admin = await freshWorkspace();
  caller = { ...admin, user: "ada", kind: "user" };
  http = await serve();
});
afterAll(async () => {
  await http.close();
  await rapport.close();
});

function serve(): Promise<RunningServer> {
  const { servers, pingDatabase, service } = rapport;
  return serveHttp({
    host: "127.0.0.1",
    port: 0,
    servers,
    pingDatabase,
    service: { ...service, requestFinished: counted.requestFinished },
    principal: async () => admin,
    identity: {
      authenticate: async () => caller,
      isRequired: true,
      resource: undefined,
      metadataUrl: () => undefined,
      told: "",
    },
  });
}

const call = (name: string, input: unknown, headers: Record<string, string> = {}) =>
  fetch(`${http.url}/mcp`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...headers,
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: input } }),
  });
const entries = () =>
  rapport.operations.readAudit(admin, { since: new Date(Date.now() - 3_600_000), limit: 100 });

describe("requests have names", () => {
  test.each([
    ["a plain one is kept", "req-7.a:b", /^req-7\.a:b$/],
    ["spaces and quotes are not", 'x" level="fatal', /^[0-9a-f-]{36}$/],
    ["one without end is not", "x".repeat(65), /^[0-9a-f-]{36}$/],
  ])("%s", async (_what, given, expected) => {
    const { headers } = await fetch(`${http.url}/health`, { headers: { "x-request-id": given } });
    expect(headers.get("x-request-id")).toMatch(expected);
  });
});

test("a browser is told to trust answers with nothing", async () => {
  const { headers } = await fetch(`${http.url}/health`);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(headers.get("x-powered-by")).toBeNull();
});

test.each([
  ["https://crm.example", 204, "https://crm.example"],
  ["https://crm.example.evil.example", 403, null],
  ["null", 403, null],
])("a page of %s is answered %i", async (origin, status, allowed) => {
  const response = await fetch(`${http.url}/mcp`, { method: "OPTIONS", headers: { origin } });
  expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([status, allowed]);
});

test("of 1,000 requests at once exactly as many pass as the limit allows, and the others are told when to come back", async () => {
  await rapport.operations.changeLimits(admin, { requests_per_minute_user: 300 });
  const server = await serve();
  caller = { ...caller, user: "busy" };
  const fresh = composeForTests();
  const count = fresh.service.countRequest;
  const counts = await Promise.all(Array.from({ length: 1_000 }, () => count(caller)));
  expect(counts.filter(({ isWithin }) => isWithin)).toHaveLength(300);
  await fresh.close();
  await rapport.operations.changeLimits(admin, { requests_per_minute_user: 1 });
  const over = composeForTests();
  const limited = await serveHttp({
    host: "127.0.0.1",
    port: 0,
    servers: [],
    service: over.service,
    principal: async () => ({ ...caller }),
    pingDatabase: over.pingDatabase,
    identity: {
      authenticate: async () => ({ ...caller, user: "busier" }),
      isRequired: true,
      resource: undefined,
      metadataUrl: () => undefined,
      told: "",
    },
  });
  await fetch(`${limited.url}/mcp`);
  const refused = await fetch(`${limited.url}/mcp`);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(refused.headers.get("x-ratelimit-remaining")).toBe("0");
  expect(await refused.json()).toMatchObject({
    error: { code: "RATE_LIMIT_EXCEEDED", traceId: refused.headers.get("x-request-id") },
    meta: { retryAfter: Number(refused.headers.get("retry-after")) },
  });
  await limited.close();
  await over.close();
  await server.close();
  caller = { ...caller, user: "ada" };
  await rapport.operations.changeLimits(admin, { requests_per_minute_user: 12_000 });
});

test("a write and a refused access are audited, with who, what and from where", async () => {
  const contact_id = "6f2c1b1e-0000-4000-8000-000000000001";
  await call("record_outcome", { contact_id, outcome: "won" }, { "x-request-id": "audited-1" });
  expect(await entries()).toContainEqual(
    expect.objectContaining({
      actor: "ada",
      actorKind: "user",
      action: "record_outcome",
      outcome: expect.stringMatching(/^[A-Z_]+$/),
      requestId: "audited-1",
      fromAddress: expect.stringContaining("127.0.0.1"),
    }),
  );
});

test("nothing that a caller names makes a second line of the audit log", async () => {
  const audit = auditWriter(testDatabase());
  await audit.write({
    principal: { ...admin, user: "eve\n2026 admin ok" },
    action: "a\r\nb",
    outcome: "ok",
    target: "\u202ex",
  });
  const [entry] = await entries();
  expect(entry).toMatchObject({ actor: "eve 2026 admin ok", action: "a b", target: " x" });
});

test("the audit log takes no change", async () => {
  const change = testDatabase().withTenant(admin.tenant.id, (tx) =>
    tx.query(`update audit_log set outcome = 'ok' where tenant_id = $1`, [admin.tenant.id]),
  );
  await expect(change).rejects.toMatchObject({ code: "42501" });
});

test("metrics count requests by operation, and hold neither ids nor names", async () => {
  const server = await serveMetrics(registry, 0);
  await fetch(`${http.url}/health`);
  await fetch(`${http.url}/secret-path/ada@example.com?token=abc`);
  const text = await (await fetch(server.url)).text();
  expect(text).toMatch(/rapport_requests_total\{operation="\/health",status="200"\} \d/);
  expect(text).toMatch(/operation="unmatched",status="404"/);
  expect(text).not.toMatch(/secret-path|example\.com|abc|ada/);
  await server.close();
});
