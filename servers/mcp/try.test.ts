import { afterAll, expect, test } from "vitest";
import { connectHttp, connectStdio, eras } from "../test-support/connect.ts";
import { rawStdio } from "../test-support/raw-stdio.ts";
import { serveWorkspace } from "../test-support/serve-workspace.ts";
import { people, trainedWorkspace } from "../test-support/trained-workspace.ts";

const big = "x".repeat(5_000_000);
const deep = JSON.parse("[".repeat(3000) + "]".repeat(3000));
const calls: [string, string, Record<string, unknown>][] = [
  ["big id", "score_lead", { contact_id: big }],
  [
    "big content",
    "score_lead",
    { contact_data: {}, interaction_history: [{ createdAt: "2025-01-01T00:00:00Z", content: big }] },
  ],
  ["big field", "score_lead", { contact_data: { budget: big } }],
  ["big custom", "score_lead", { contact_data: { customFields: { x: big } } }],
  ["big company", "score_lead", { company_profile: { x: big } }],
  ["big key", "score_lead", { company_profile: { [big]: 1 } }],
  ["deep", "score_lead", { contact_data: { x: deep } }],
  ["nul id", "score_lead", { contact_id: "a\u0000b" }],
  ["nul search", "find_leads", { search: "a\u0000b" }],
  ["nul note", "record_outcome", { contact_id: "lead-80", outcome: "won", note: "a\u0000b" }],
  ["nul data", "score_lead", { contact_data: { source: "a\u0000b" } }],
  ["bad cursor", "find_leads", { cursor: "nonsense" }],
  [
    "bad cursor2",
    "find_leads",
    { cursor: Buffer.from(JSON.stringify({ p: 1, id: "-".repeat(36) })).toString("base64url") },
  ],
  ["year0", "score_lead", { contact_id: "lead-80", as_of: "0000-01-01T00:00:00Z" }],
  ["wrong types", "score_lead", { contact_id: 7, as_of: [], interaction_history: "x" }],
  ["nothing", "score_lead", {}],
  ["both", "score_lead", { contact_id: "lead-80", contact_data: {} }],
  ["history for stored", "score_lead", { contact_id: "lead-80", interaction_history: [] }],
  [
    "future",
    "score_lead",
    { contact_data: {}, interaction_history: [{ createdAt: "2099-01-01T00:00:00Z" }] },
  ],
  ["asof future", "score_lead", { contact_id: "lead-80", as_of: "2099-01-01T00:00:00Z" }],
  ["asof bad", "score_lead", { contact_id: "lead-80", as_of: "tomorrow" }],
  [
    "10000",
    "score_lead",
    {
      contact_data: {},
      interaction_history: Array.from({ length: 10000 }, () => ({ createdAt: "2025-01-01T00:00:00Z" })),
    },
  ],
  [
    "10000bad",
    "score_lead",
    { contact_data: {}, interaction_history: Array.from({ length: 10000 }, () => ({ createdAt: "x" })) },
  ],
  ["unknown", "no_such_tool", {}],
  ["unknown big", big, {}],
  ["empty history", "score_lead", { interaction_history: [] }],
  ["empty id", "score_lead", { contact_id: "" }],
  ["typo key", "score_lead", { contactid: "lead-80" }],
  ["confirm bad", "record_outcome", { confirm: "x" }],
  ["limit", "find_leads", { limit: 1000 }],
];
const show = (v: unknown) => JSON.stringify(v)?.slice(0, 500) + " #" + JSON.stringify(v)?.length;

async function rpc(url: string, body: string, headers: Record<string, string> = {}) {
  const r = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...headers,
    },
    body,
  });
  const text = await r.text();
  return r.status + " " + r.headers.get("content-type") + " " + text.slice(0, 400) + " #" + text.length;
}
test("try", async () => {
  const principal = await trainedWorkspace();
  const server = await serveWorkspace(principal);
  const url = server.url + "/mcp";
  const out: string[] = [];
  const m = (method: string, params: any = {}, id: any = 1) =>
    JSON.stringify({ jsonrpc: "2.0", id, method, params });
  for (const [name, tool, args] of calls)
    out.push(name + " => " + (await rpc(url, m("tools/call", { name: tool, arguments: args }))));
  out.push(
    "17MB " +
      (await rpc(
        url,
        m("tools/call", { name: "score_lead", arguments: { contact_id: "x".repeat(17_000_000) } }),
      )),
  );
  out.push("garbage " + (await rpc(url, "garbage")));
  out.push("empty " + (await rpc(url, "")));
  out.push("[] " + (await rpc(url, "[]")));
  out.push("batch " + (await rpc(url, "[" + m("ping") + "]")));
  out.push("null " + (await rpc(url, "null")));
  out.push("{} " + (await rpc(url, "{}")));
  out.push("method " + (await rpc(url, m("no/such"))));
  out.push("bigmethod " + (await rpc(url, m(big))));
  out.push("text " + (await rpc(url, m("ping"), { "content-type": "text/plain" })));
  out.push("accept " + (await rpc(url, m("ping"), { accept: "text/html" })));
  out.push("version " + (await rpc(url, m("ping"), { "mcp-protocol-version": "1999-01-01" })));
  out.push("version " + (await rpc(url, m("ping"), { "mcp-protocol-version": "2026-07-28" })));
  out.push("session " + (await rpc(url, m("ping"), { "mcp-session-id": "nope" })));
  out.push("gz " + (await rpc(url, m("ping"), { "content-encoding": "gzip" })));
  out.push("gz " + (await rpc(url, m("ping"), { "content-encoding": "nope" })));
  out.push("charset " + (await rpc(url, m("ping"), { "content-type": "application/json; charset=nope" })));
  out.push("deep " + (await rpc(url, "[".repeat(200000) + "]".repeat(200000))));
  out.push(
    "deep2 " +
      (await rpc(
        url,
        m("tools/call", { name: "score_lead", arguments: { contact_data: { x: "@@" } } }).replace(
          '"@@"',
          "[".repeat(200000) + "]".repeat(200000),
        ),
      )),
  );
  for (const method of ["GET", "DELETE", "PUT", "OPTIONS"]) {
    const r = await fetch(url, { method, signal: AbortSignal.timeout(2000) }).catch((e) => ({
      status: e.message,
      text: async () => "",
    }));
    out.push(method + " " + r.status + " " + (await r.text()).slice(0, 300));
  }
  for (const p of ["/", "/mcp/nope", "/health", "/ready", "/%E0%A4%A", "/mcp/lead-scoring/", "/MCP"]) {
    const r = await fetch(server.url + p);
    out.push(
      p + " " + r.status + " " + (await r.text()).slice(0, 300) + " " + JSON.stringify([...r.headers.keys()]),
    );
  }
  const c = await connectHttp(url, "modern");
  for (const f of [
    () => c.callTool({ name: "nope" }),
    () => c.readResource({ uri: "mcp://scoring-models/nope" }),
    () => c.getPrompt({ name: "nope" }),
    () => c.callTool({ name: "score_lead", arguments: { contact_id: 7 } }),
    () => c.request({ method: "no/such" } as any),
  ]) {
    try {
      out.push(JSON.stringify(await f()).slice(0, 400));
    } catch (e: any) {
      out.push("threw " + e.code + " " + e.message.slice(0, 300));
    }
  }
  out.push("alive " + (await rpc(url, m("ping"))));
  console.log(out.join("\n"));
  await c.close();
  await server.close();
});
