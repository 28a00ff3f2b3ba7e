import autocannon from "autocannon";
import { readFileSync } from "node:fs";
import { spawn } from "node:child_process";
const ws = JSON.parse(readFileSync("/tmp/me/ws.json", "utf8"));
const url = process.argv[2], op = process.argv[3], conns = Number(process.argv[4] ?? 20), dur = Number(process.argv[5] ?? 4);
const h = { authorization: `Bearer ${ws.key}`, "content-type": "application/json", accept: "application/json, text/event-stream" };
let i = 0; const id = () => ws.contactIds[i++ % ws.contactIds.length];
const mcp = (name, args) => JSON.stringify({ jsonrpc: "2.0", id: ++i, method: "tools/call", params: { name, arguments: args, _meta: { "io.modelcontextprotocol/protocolVersion": "2026-07-28", "io.modelcontextprotocol/clientInfo": { name: "b", version: "1" }, "io.modelcontextprotocol/clientCapabilities": {} } } });
const ops = {
  health: { path: () => "/health" }, ready: { path: () => "/ready" },
  contact: { path: () => `/api/v1/contacts/${id()}` },
  list: { path: () => "/api/v1/contacts?limit=20" },
  score: { path: () => `/api/v1/contacts/${id()}/score` },
  fresh: { method: "POST", path: () => "/api/v1/ai/lead-scoring", body: () => JSON.stringify({ contactId: id() }) },
  ask: { method: "POST", path: () => "/api/v1/ask", body: () => JSON.stringify({ question: "How long is the warranty?" }) },
  mcpget: { method: "POST", path: () => "/mcp", body: () => mcp("get_contact", { contact_id: id() }), mcp: "get_contact" },
  mcpscore: { method: "POST", path: () => "/mcp", body: () => mcp("score_lead", { contact_id: id() }), mcp: "score_lead" },
};
const o = ops[op];
const inst = autocannon({ url, connections: conns, duration: dur, requests: [{ setupRequest: (r) => ({ ...r, method: o.method ?? "GET", path: o.path(), body: o.body?.(), headers: { ...h, ...(o.mcp ? { "mcp-protocol-version": "2026-07-28", "mcp-method": "tools/call", "mcp-name": o.mcp } : {}) } }) }] });
let bad; inst.on("response", (c, status, bytes, t) => { }); inst.on("body", () => {});
const r = await inst;
console.log(op, conns, Math.round(r.requests.average) + "/s", "p50", r.latency.p50, "p97.5", r.latency.p97_5, "p99", r.latency.p99, "non2xx", r.non2xx, "err", r.errors);
