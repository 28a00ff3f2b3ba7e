import { request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppError } from "#core/errors.ts";
import { freshWorkspace } from "#knowledge/db/test-database.ts";
import { insides } from "../test-support/insides.ts";
import { composeForTests, serveWorkspace } from "../test-support/serve-workspace.ts";
import { version } from "../version.ts";
import { type RunningServer, serveHttp } from "./serve.ts";

const rapport = composeForTests();
const options = {
  servers: rapport.servers,
  principal: rapport.principal(),
  pingDatabase: rapport.pingDatabase,
};
const ping = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" });
const mcpHeaders = { "content-type": "application/json", accept: "application/json, text/event-stream" };

let http: RunningServer;

beforeAll(async () => {
  http = await serveWorkspace(await freshWorkspace());
});

afterAll(async () => {
  await http.close();
  await rapport.close();
});

test("/health tells the state of the database, /ready whether to send requests", async () => {
  const health = await fetch(`${http.url}/health`);
  expect(await health.json()).toMatchObject({ status: "ok", version, dependencies: { database: "up" } });
  const ready = await fetch(`${http.url}/ready`);
  expect([ready.status, await ready.json()]).toEqual([200, { ready: true }]);
});

test("without its database it is degraded and not ready", async () => {
  const pingDatabase = () => Promise.reject(new Error("gone"));
  const server = await serveHttp({ ...options, host: "127.0.0.1", port: 0, pingDatabase });
  const health = await fetch(`${server.url}/health`);
  expect(await health.json()).toMatchObject({ status: "degraded", dependencies: { database: "down" } });
  const ready = await fetch(`${server.url}/ready`);
  expect([ready.status, await ready.json()]).toEqual([503, { ready: false }]);
  await server.close();
});

test.each(["/", "/mcp/no-such-server", `/${"x".repeat(5_000)}`])("%.30s is not there", async (path) => {
  const response = await fetch(http.url + path);
  const text = await response.text();
  expect([response.status, text.length < 1_000]).toEqual([404, true]);
  const { error } = JSON.parse(text);
  expect(error).toMatchObject({ code: "NOT_FOUND", message: expect.stringContaining("/mcp") });
  expect(path.startsWith(error.path)).toBe(true);
  expect(error.traceId).toMatch(/^[0-9a-f-]{36}$/);
  expect(new Date(error.timestamp).getTime()).toBeGreaterThan(0);
});

describe("bodies that are nonsense get a short error, and the server lives on", () => {
  const oversized = JSON.stringify({
    jsonrpc: "2.0",
    id: 1,
    method: "ping",
    params: { x: "x".repeat(17_000_000) },
  });
  const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
  test.each([
    ["garbage", "garbage", {}, 400, /JSON/],
    ["half a message", '{"jsonrpc":', {}, 400, /JSON/],
    ["nothing", "", {}, 400, /JSON-RPC/],
    ["no message", "{}", {}, 400, /JSON-RPC/],
    ["over 16 MB", oversized, {}, 413, /16mb/],
    ["endless nesting", deep, {}, 500, /error/],
    ["an unknown method", ping.replace("ping", "no/such"), {}, 200, /Method not found/],
    ["another type", ping, { "content-type": "text/plain" }, 415, /application\/json/],
    ["an unknown compression", ping, { "content-encoding": "nope" }, 415, /gzip/],
    ["an unknown protocol version", ping, { "mcp-protocol-version": "1999-01-01" }, 400, /2025-11-25/],
  ])("%s", async (_what, body, headers, status, message) => {
    const response = await fetch(`${http.url}/mcp`, {
      method: "POST",
      headers: { ...mcpHeaders, ...headers },
      body,
    });
    const text = await response.text();
    expect(response.status).toBe(status);
    expect(text).toMatch(message);
    expect(text.length).toBeLessThan(1_000);
    expect(text).not.toMatch(insides);
    const next = await fetch(`${http.url}/mcp`, { method: "POST", headers: mcpHeaders, body: ping });
    expect(await next.text()).toContain('"result":{}');
  });

  test("what is no HTTP at all", async () => {
    expect(await speak("garbage\r\n\r\n")).toMatch(/^HTTP\/1.1 400 .*MCP is at \/mcp/s);
    expect(await speak(`GET / HTTP/1.1\r\nx: ${"x".repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 431 .*16 KB/s,
    );
  });
});

describe("against DNS rebinding", () => {
  test.each([
    ["its own address", {}, 200],
    ["localhost", { host: "localhost:1234" }, 200],
    ["a foreign host", { host: "rapport.evil.example" }, 403],
    ["a page of its own address", { origin: "http://127.0.0.1:5173" }, 200],
    ["a foreign page", { origin: "http://evil.example" }, 403],
    ["a page that hides where it is from", { origin: "null" }, 403],
  ])("%s is answered as it should be", async (_what, headers, status) => {
    expect(await statusOf("/mcp", headers)).toBe(status);
  });

  test.each(["/health", "/ready", "/mcp/lead-scoring"])("%s is guarded too", async (path) => {
    expect(await statusOf(path, { host: "evil.example" })).toBe(403);
  });
});

test.each(["0.0.0.0", "::", "192.168.1.7", "rapport.example"])("it refuses to listen on %s", async (host) => {
  const refused = serveHttp({ ...options, host, port: 0 });
  await expect(refused).rejects.toThrow(AppError);
  await expect(refused).rejects.toThrow("--host 127.0.0.1");
});

test("a port in use is named, and how to choose another", async () => {
  const port = Number(new URL(http.url).port);
  const refused = serveHttp({ ...options, host: "127.0.0.1", port });
  await expect(refused).rejects.toThrow(`Port ${port} is in use. Choose another with --port.`);
});

/** Posts a ping with headers that fetch would not send. */
function statusOf(path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const options = { method: "POST", headers: { ...mcpHeaders, ...headers } };
    const call = request(http.url + path, options, (response) => {
      response.resume().once("end", () => resolve(response.statusCode));
    });
    call.once("error", reject);
    call.end(ping);
  });
}

/** Sends bytes and gathers what comes back until the server hangs up. */
function speak(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const { hostname, port } = new URL(http.url);
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on("data", (bytes) => {
      answer += bytes;
    });
    socket.once("close", () => resolve(answer));
    socket.once("error", reject);
  });
}
