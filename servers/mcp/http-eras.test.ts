import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Era, eras } from "../test-support/connect.ts";
import { conversationsWorkspace } from "../test-support/conversations-workspace.ts";
import { type IdentityProvider, startIdentityProvider } from "../test-support/identity-provider.ts";
import { serveIdentity } from "../test-support/serve-identity.ts";

// Single HTTP requests, as no client library would be told to send them.

let provider: IdentityProvider;
let served: Awaited<ReturnType<typeof serveIdentity>>;
let workspace: string;
let token: string;

beforeAll(async () => {
  provider = await startIdentityProvider();
  served = await serveIdentity(provider.environment);
  workspace = (await conversationsWorkspace("single", 2)).tenant.name;
  token = await tokenWith({});
});

afterAll(async () => {
  await served.close();
  await provider.stop();
});

const revision = "2026-07-28";
const getContact = { name: "get_contact", arguments: { contact_id: "single-lead-1" } };
const wanted = "Mills single 1";

describe.each(eras)("in the %s era", (era) => {
  test("a call needs no handshake, no session and gives none", async () => {
    const { response, text } = await post(
      message(era, "tools/call", getContact),
      headersOf(era, "tools/call"),
    );
    expect([response.status, text.includes(wanted)]).toEqual([200, true]);
    expect(response.headers.get("mcp-session-id")).toBeNull();
    const stray = { ...headersOf(era, "tools/call"), "mcp-session-id": "of-another-server" };
    expect((await post(message(era, "tools/call", getContact), stray)).response.status).toBe(200);
  });

  test("a permission that the token does not carry is asked for with 403", async () => {
    const narrow = await tokenWith({ scope: "workflows:read" });
    const { response } = await post(message(era, "tools/call", getContact), {
      ...headersOf(era, "tools/call"),
      authorization: `Bearer ${narrow}`,
    });
    expect(response.status).toBe(403);
    expect(response.headers.get("www-authenticate")).toMatch(/insufficient_scope.*contacts:read/);
  });

  test("a token that expires between two calls is refused with 401", async () => {
    const now = Math.floor(Date.now() / 1000);
    for (const [exp, status] of [
      [now + 600, 200],
      [now - 600, 401],
    ] as const) {
      const authorization = `Bearer ${await tokenWith({ exp })}`;
      const headers = { ...headersOf(era, "tools/call"), authorization };
      const { response } = await post(message(era, "tools/call", getContact), headers);
      expect(response.status).toBe(status);
      if (status === 401) expect(response.headers.get("www-authenticate")).toMatch(/invalid_token/);
    }
  });

  test.each([
    ["lists", "tools/list", {}, "score_lead"],
    ["lists prompts", "prompts/list", {}, "prepare-call"],
    ["lists templates", "resources/templates/list", {}, "mcp://scoring-models/{id}"],
  ])("%s within one request", async (_what, method, params, expected) => {
    const { response, text } = await post(message(era, method, params), headersOf(era, method));
    expect([response.status, text.includes(expected)]).toEqual([200, true]);
    expect(text).not.toContain("nextCursor");
  });

  test("nothing is completed, and that is said in short", async () => {
    const params = {
      ref: { type: "ref/prompt", name: "prepare-call" },
      argument: { name: "topic", value: "p" },
    };
    const { text } = await post(
      message(era, "completion/complete", params),
      headersOf(era, "completion/complete"),
    );
    expect(text).toMatch(/"code":-32601/);
    expect(text.length).toBeLessThan(500);
  });
});

test("the 2025 handshake is answered with the revision that was asked for, without a session", async () => {
  for (const protocolVersion of ["2025-03-26", "2025-06-18", "2025-11-25"]) {
    const params = { protocolVersion, capabilities: {}, clientInfo: { name: "old", version: "1" } };
    const { response, text } = await post(message("legacy", "initialize", params));
    expect(text).toContain(`"protocolVersion":"${protocolVersion}"`);
    expect(response.headers.get("mcp-session-id")).toBeNull();
    const next = await post(message("legacy", "tools/call", getContact), {
      "mcp-protocol-version": protocolVersion,
    });
    expect(next.text).toContain(wanted);
  }
});

const both = (era: Era) => [
  message(era, "tools/list", {}),
  { ...message(era, "tools/call", getContact), id: 2 },
];

test.each([
  ["two 2025 requests in one body are both answered", () => both("legacy"), {}, 200, /(?=.*"id":1).*"id":2/s],
  ["a batch in 2026 is refused", () => both("modern"), { "mcp-protocol-version": revision }, 400, /atch/],
  [
    "a 2026 body whose headers name another tool is refused",
    () => message("modern", "tools/call", getContact),
    { "mcp-protocol-version": revision, "mcp-method": "tools/call", "mcp-name": "find_leads" },
    400,
    /[Nn]ame/,
  ],
  [
    "a 2026 body without its headers is refused",
    () => message("modern", "tools/call", getContact),
    {},
    400,
    /MCP-Protocol-Version|[Mm]cp-/,
  ],
  [
    "an answer in JSON alone is not to be had in 2025",
    () => message("legacy", "ping", {}),
    { accept: "application/json" },
    406,
    /text\/event-stream/,
  ],
])("%s", async (_what, body, headers: Record<string, string>, status, expected) => {
  const { response, text } = await post(body(), headers);
  expect({ status: response.status, text }).toMatchObject({ status, text: expect.stringMatching(expected) });
});

test.each(["GET", "DELETE", "PUT"])(
  "%s is not allowed: there is no stream without a call",
  async (method) => {
    const response = await fetch(`${served.url}/mcp`, {
      method,
      headers: { authorization: `Bearer ${token}`, accept: "text/event-stream" },
    });
    expect(response.status).toBe(405);
  },
);

function message(era: Era, method: string, params: Record<string, unknown>) {
  const _meta = {
    "io.modelcontextprotocol/protocolVersion": revision,
    "io.modelcontextprotocol/clientInfo": { name: "raw", version: "1" },
    "io.modelcontextprotocol/clientCapabilities": {},
  };
  return { jsonrpc: "2.0", id: 1, method, params: era === "modern" ? { ...params, _meta } : params };
}

function headersOf(era: Era, method: string): Record<string, string> {
  if (era === "legacy") return {};
  const name: Record<string, string> = method === "tools/call" ? { "mcp-name": getContact.name } : {};
  return { "mcp-protocol-version": revision, "mcp-method": method, ...name };
}

async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${served.url}/mcp`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      authorization: `Bearer ${token}`,
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return { response, text: await response.text() };
}

function tokenWith(claims: Record<string, unknown>): Promise<string> {
  return provider.token({ claims: { rapport_tenant: workspace, ...claims } });
}
