import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { AppError } from "#core/errors.ts";
import { type HttpOptions, httpApp } from "./app.ts";
import { isLoopback } from "./loopback.ts";
import { openDrain } from "./operation/drain.ts";
import { setTimeouts } from "./operation/server-timeouts.ts";
import { answerUnreadable } from "./unreadable-request.ts";

export interface RunningServer {
  url: string;
  /** Stops taking requests and resolves when those under way have ended, or were cut after 25 s. */
  drain(): Promise<void>;
  /** Stops at once. */
  close(): Promise<void>;
}

/**
 * Listens for HTTP. Without required identity every caller is the one local principal, so only loopback is allowed.
 * @throws AppError VALIDATION_FAILED for an address that may not be listened on, or a port in use.
 */
export async function serveHttp(options: HttpOptions & { port: number }): Promise<RunningServer> {
  const { host, port } = options;
  checkAddress(options);
  const drain = openDrain();
  const server = createServer(httpApp({ ...options, drain }));
  setTimeouts(server);
  server.on("clientError", answerUnreadable);
  await listen(server, port, host);
  const { port: actual } = server.address() as AddressInfo;
  const name = host.includes(":") ? `[${host}]` : host;
  return {
    url: `http://${name}:${actual}`,
    drain: () => drain.drain(server),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function checkAddress({ host, identity }: HttpOptions): void {
  if (isLoopback(host)) return;
  if (!identity?.isRequired) {
    throw new AppError(
      "VALIDATION_FAILED",
      `Refusing to listen on ${host}: no identity is configured, so anybody who reaches the port would be let in. Use --host 127.0.0.1, or let in keys and tokens only: --require-key, or RAPPORT_AUTH_ISSUER (docs/identity.md).`,
    );
  }
  if (identity.resource && !identity.resource.publicUrl) {
    throw new AppError(
      "VALIDATION_FAILED",
      `Set RAPPORT_PUBLIC_URL to the address under which clients reach ${host}, such as https://rapport.example.com: they are told it when they ask how to get a token.`,
    );
  }
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
