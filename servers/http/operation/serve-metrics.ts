import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Registry } from "prom-client";
import { AppError } from "#core/errors.ts";

export interface MetricsServer {
  url: string;
  close(): Promise<void>;
}

/**
 * Serves /metrics for Prometheus on a loopback port of its own, away from what clients reach.
 * @throws AppError VALIDATION_FAILED for a port in use
 */
export async function serveMetrics(registry: Registry, port: number): Promise<MetricsServer> {
  const server = createServer(async (request, response) => {
    if (request.url !== "/metrics") return void response.writeHead(404).end();
    const text = await registry.metrics();
    response.writeHead(200, { "content-type": registry.contentType }).end(text);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) =>
      reject(
        new AppError(
          "VALIDATION_FAILED",
          `Metrics cannot be served on port ${port}. Set another RAPPORT_METRICS_PORT.`,
          {
            cause,
          },
        ),
      ),
    );
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${actual}/metrics`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
