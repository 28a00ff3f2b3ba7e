import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { log } from "#core/log.ts";
import type { Principal } from "#core/principal.ts";
import { type RunningServer, serveHttp } from "../http/serve.ts";
import { connectHttp, eras } from "../test-support/connect.ts";
import type { AnyTool, McpServerDefinition } from "./server-definition.ts";

// A stand-in that takes as long as it is let: what the service's slow work is to the transport.

const principal: Principal = { tenant: { id: "t", name: "t" }, user: "ada", roles: ["ADMIN"] };
const started = vi.fn();
const ended = vi.fn<(how: "aborted" | "finished") => void>();

const slow: AnyTool = {
  name: "work_slowly",
  title: "Work slowly",
  description: "Works until it is called off.",
  input: z.object({}),
  output: z.object({ done: z.boolean() }),
  effect: "read",
  permission: "contacts:read",
  run: ({ signal }) =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        ended("finished");
        resolve({ done: true });
      }, 20_000);
      signal.addEventListener("abort", () => {
        clearTimeout(late);
        ended("aborted");
        reject(signal.reason);
      });
      started();
    }),
  toText: () => "done",
};

const definition: McpServerDefinition = {
  name: "slow",
  title: "Slow",
  instructions: "",
  tools: [slow],
  resources: [],
  prompts: [],
};

let http: RunningServer;

beforeAll(async () => {
  log.level = "silent";
  http = await serveHttp({
    host: "127.0.0.1",
    port: 0,
    servers: [definition],
    principal: async () => principal,
    pingDatabase: async () => {},
  });
});

beforeEach(() => void vi.clearAllMocks());

afterAll(() => http.close());

describe.each(eras)("in the %s era", (era) => {
  test("a host that leaves stops the work", async () => {
    const client = await connectHttp(`${http.url}/mcp`, era);
    const call = client.callTool({ name: slow.name, arguments: {} }).catch(() => "gone");
    await vi.waitFor(() => expect(started).toHaveBeenCalledOnce());
    await client.close();
    await vi.waitFor(() => expect(ended).toHaveBeenCalledExactlyOnceWith("aborted"));
    expect(await call).toBe("gone");
  });

  test("the server lives on", async () => {
    const client = await connectHttp(`${http.url}/mcp`, era);
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual([slow.name]);
    await client.close();
  });
});

test("in the modern era a call that is called off stops its work, and the client stays", async () => {
  const client = await connectHttp(`${http.url}/mcp`, "modern");
  const leaving = new AbortController();
  const call = client.callTool({ name: slow.name, arguments: {} }, { signal: leaving.signal });
  await vi.waitFor(() => expect(started).toHaveBeenCalledOnce());
  leaving.abort();
  await expect(call).rejects.toThrow();
  await vi.waitFor(() => expect(ended).toHaveBeenCalledExactlyOnceWith("aborted"));
  expect((await client.listTools()).tools).toHaveLength(1);
  await client.close();
});

test("a connection that breaks stops the work, in a request without any handshake", async () => {
  const leaving = new AbortController();
  const call = fetch(`${http.url}/mcp`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json, text/event-stream" },
    body: JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method: "tools/call",
      params: { name: slow.name, arguments: {} },
    }),
    signal: leaving.signal,
  }).then((response) => response.text());
  await vi.waitFor(() => expect(started).toHaveBeenCalledOnce());
  leaving.abort();
  await expect(call).rejects.toThrow();
  await vi.waitFor(() => expect(ended).toHaveBeenCalledExactlyOnceWith("aborted"));
});
