import type { PreparedWorkspace } from "./prepare-workspace.ts";

/** A request as it is sent. */
export interface SentRequest {
  method: "GET" | "POST";
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** One kind of request that is sent again and again, each time for another record. */
export interface MeasuredOperation {
  name: string;
  /** Requests a second to reach on two cores with Postgres; none: told only. */
  wanted?: number;
  /** 95th percentile not to exceed, ms. */
  p95?: number;
  request(workspace: PreparedWorkspace, turn: number): SentRequest;
}

const protocolVersion = "2026-07-28";

/** What integrations and assistants ask for most, through REST and MCP. */
export const measuredOperations: readonly MeasuredOperation[] = [
  {
    name: "GET contact",
    wanted: 1_000,
    p95: 200,
    request: (w, turn) => get(w, `/contacts/${contact(w, turn)}`),
  },
  {
    name: "GET contacts, 20 of them",
    p95: 200,
    request: (w, turn) => get(w, `/contacts?limit=20&page=${1 + (turn % 30)}`),
  },
  {
    name: "GET stored score",
    wanted: 800,
    p95: 200,
    request: (w, turn) => get(w, `/contacts/${contact(w, turn)}/score`),
  },
  {
    name: "POST ai/lead-scoring, afresh",
    wanted: 150,
    p95: 200,
    request: (w, turn) => post(w, "/api/v1/ai/lead-scoring", { contactId: contact(w, turn) }),
  },
  {
    name: "POST ask, asked before",
    p95: 50,
    request: (w, turn) => post(w, "/api/v1/ask", { question: w.questions[turn % w.questions.length] }),
  },
  {
    name: "POST interaction",
    p95: 200,
    request: (w, turn) =>
      post(w, "/api/v1/interactions", {
        contactId: contact(w, turn),
        type: "PHONE_CALL",
        content: `They rang, call ${turn}.`,
      }),
  },
  {
    name: "MCP get_contact",
    wanted: 800,
    p95: 200,
    request: (w, turn) => call(w, "get_contact", { contact_id: contact(w, turn) }, turn),
  },
  {
    name: "MCP score_lead, afresh",
    wanted: 150,
    p95: 200,
    request: (w, turn) => call(w, "score_lead", { contact_id: contact(w, turn) }, turn),
  },
];

function contact({ contactIds }: PreparedWorkspace, turn: number): string {
  return contactIds[(turn * 197) % contactIds.length] ?? "";
}

function get({ key }: PreparedWorkspace, path: string): SentRequest {
  return { method: "GET", path: `/api/v1${path}`, headers: { authorization: `Bearer ${key}` } };
}

function post({ key }: PreparedWorkspace, path: string, body: unknown): SentRequest {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  return { method: "POST", path, headers, body: JSON.stringify(body) };
}

/** A tool call of the protocol's 2026-07-28 revision: no session, everything in one request. */
function call(workspace: PreparedWorkspace, name: string, given: object, id: number): SentRequest {
  const about = {
    "io.modelcontextprotocol/protocolVersion": protocolVersion,
    "io.modelcontextprotocol/clientInfo": { name: "bench", version: "1" },
    "io.modelcontextprotocol/clientCapabilities": {},
  };
  const params = { name, arguments: given, _meta: about };
  const sent = post(workspace, "/mcp", { jsonrpc: "2.0", id, method: "tools/call", params });
  const headers = {
    ...sent.headers,
    accept: "application/json, text/event-stream",
    "mcp-protocol-version": protocolVersion,
    "mcp-method": "tools/call",
    "mcp-name": name,
  };
  return { ...sent, headers };
}
