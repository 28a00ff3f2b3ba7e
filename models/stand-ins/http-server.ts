import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as the server got it. */
export interface Exchange {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** Parsed if it is JSON, else the text. */
  body: unknown;
  /** True once the client has gone without waiting for the answer. */
  abandoned: boolean;
}

/** What to answer; "hang" keeps the connection open and says nothing. */
export type Reply =
  | { status?: number; json: unknown }
  | { status?: number; text: string; type?: string }
  | "hang";

export interface HttpServer {
  /** `http://127.0.0.1:port`. */
  url: string;
  /** All requests so far, in order. */
  requests: readonly Exchange[];
  close(): Promise<void>;
}

/** Starts a server on a free local port that answers as it is told. */
export async function startHttpServer(answer: (exchange: Exchange) => Reply): Promise<HttpServer> {
  const requests: Exchange[] = [];
  const server = createServer(async (request, response) => {
    const exchange = await read(request);
    requests.push(exchange);
    response.on("close", () => {
      exchange.abandoned = !response.writableEnded;
    });
    send(response, answer(exchange));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<Exchange> {
  const text = (await request.toArray()).join("");
  const { method = "", url: path = "", headers } = request;
  return { method, path, headers, body: parse(text), abandoned: false };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply === "hang") return;
  const json = "json" in reply;
  response.writeHead(reply.status ?? 200, {
    "content-type": json ? "application/json" : (reply.type ?? "text/plain"),
  });
  response.end(json ? JSON.stringify(reply.json) : reply.text);
}
