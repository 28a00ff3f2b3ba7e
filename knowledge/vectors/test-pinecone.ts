import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createPineconeState, type PineconeState, type Reply } from "./test-pinecone-state.ts";

export interface Fault {
  status: number;
  /** Seconds. */
  retryAfter?: number;
  message?: string;
}

export interface PineconeStandIn {
  /** `http://127.0.0.1:port`, for the control plane. */
  url: string;
  apiKey: string;
  /** `METHOD path` of all requests so far; a broken connection counts. */
  requests: string[];
  /** Answers to give instead of the next requests, in order; "cut" ends the connection without one. */
  faults: (Fault | "cut")[];
  state: PineconeState;
  close(): Promise<void>;
}

/**
 * Starts a server that speaks Pinecone's HTTP API, version 2026-07, as far as a vector store needs it: indexes made and
 * described, vectors upserted, queried, deleted and counted, each with its limits and log sequence numbers.
 * @param lagMs milliseconds after which a write is seen by queries and counts.
 * @param madeInMs milliseconds until a new index is ready.
 */
export async function startPinecone({ lagMs = 0, madeInMs = 0 } = {}): Promise<PineconeStandIn> {
  const state = createPineconeState({ lagMs, madeInMs });
  const standIn = { apiKey: "pc-key", requests: [] as string[], faults: [] as (Fault | "cut")[], state };
  const server = createServer(async (request, response) => {
    const body = (await request.toArray()).join("");
    standIn.requests.push(`${request.method} ${request.url}`);
    const fault = standIn.faults.shift();
    if (fault === "cut") return void request.socket.destroy();
    if (fault) {
      const { status, retryAfter, message = "injected" } = fault;
      const headers: Record<string, string> =
        retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
      return send(response, { status, headers, json: { code: 8, message } });
    }
    if (request.headers["api-key"] !== standIn.apiKey) return send(response, unauthorized);
    send(response, answer(state, request, body ? JSON.parse(body) : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  state.url = url;
  return {
    ...standIn,
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const unauthorized: Reply = { status: 401, json: "Invalid API Key" };

function answer(state: PineconeState, { method, url = "" }: IncomingMessage, body: unknown): Reply {
  const data = /^\/data\/([^/]+)(\/.+)$/.exec(url);
  if (data) return state.data(data[1] ?? "", `${method} ${data[2]}`, body);
  return state.control(`${method} ${url}`, body);
}

function send(response: ServerResponse, { status = 200, headers = {}, json }: Reply): void {
  response.writeHead(status, { ...headers, "content-type": "application/json" });
  response.end(JSON.stringify(json));
}
