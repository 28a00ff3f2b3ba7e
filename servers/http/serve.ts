import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { AppError } from "#core/errors.ts";
import { type HttpOptions, httpApp } from "./app.ts";
import { answerUnreadable } from "./unreadable-request.ts";

const loopback = new Set(["127.0.0.1", "localhost", "::1"]);

export interface RunningServer {
  url: string;
  close(): Promise<void>;
}

/**
 * Listens for HTTP. Without configured identity every caller is the one local principal, so only loopback is allowed.
 * @throws AppError VALIDATION_FAILED for another address or a port in use.
 */
export async function serveHttp(options: HttpOptions & { port: number }): Promise<RunningServer> {
  const { host, port } = options;
  if (!loopback.has(host)) {
    throw new AppError(
      "VALIDATION_FAILED",
      `Refusing to listen on ${host}: no identity is configured, so anybody who reaches the port would be let in. Use --host 127.0.0.1, and a tunnel or proxy that signs people in for others.`,
    );
  }
  const server = createServer(httpApp(options));
  server.on("clientError", answerUnreadable);
  await listen(server, port, host);
  const { port: actual } = server.address() as AddressInfo;
  const name = host.includes(":") ? `[${host}]` : host;
  return {
    url: `http://${name}:${actual}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const inUse = error.code === "EADDRINUSE";
      const message = inUse
        ? `Port ${port} is in use. Choose another with --port.`
        : `Cannot listen on ${host}:${port}: ${error.message}`;
      reject(new AppError("VALIDATION_FAILED", message, { cause: error }));
    });
    server.listen(port, host, resolve);
  });
}
