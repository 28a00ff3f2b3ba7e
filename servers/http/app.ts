import { createMcpExpressApp } from "@modelcontextprotocol/express";
import { toNodeHandler } from "@modelcontextprotocol/node";
import { createMcpHandler } from "@modelcontextprotocol/server";
import type { ErrorRequestHandler, Express } from "express";
import { log } from "#core/log.ts";
import type { PrincipalSource } from "../mcp/call-tool.ts";
import type { McpServerDefinition } from "../mcp/server-definition.ts";
import { mcpServerFactory } from "../mcp/server-factory.ts";
import { version } from "../version.ts";
import { errorBody } from "./error-body.ts";

export interface HttpOptions {
  /** A loopback address: Host and Origin headers are checked against DNS rebinding. */
  host: string;
  servers: readonly McpServerDefinition[];
  principal: PrincipalSource;
  /** Resolves when the database answers. */
  pingDatabase(): Promise<void>;
}

const bodyLimit = "16mb";

/** The HTTP face: every MCP server under /mcp, each alone under /mcp/<name>, /health and /ready. */
export function httpApp({ host, servers, principal, pingDatabase }: HttpOptions): Express {
  const app = createMcpExpressApp({ host, jsonLimit: bodyLimit });
  app.disable("x-powered-by");
  mountMcp(app, "/mcp", servers, principal);
  for (const server of servers) mountMcp(app, `/mcp/${server.name}`, [server], principal);
  app.get("/health", async (_request, response) => {
    const database = await pingDatabase().then(
      () => "up",
      () => "down",
    );
    const status = database === "up" ? "ok" : "degraded";
    response.json({ status, timestamp: new Date().toISOString(), version, dependencies: { database } });
  });
  app.get("/ready", async (_request, response) => {
    const ready = await pingDatabase().then(
      () => true,
      () => false,
    );
    response.status(ready ? 200 : 503).json({ ready });
  });
  app.use((request, response) => {
    response.status(404).json(
      errorBody({
        code: "NOT_FOUND",
        message: "Nothing is served here. MCP is at /mcp.",
        path: request.path,
      }),
    );
  });
  app.use(answerErrors);
  return app;
}

function mountMcp(
  app: Express,
  path: string,
  servers: readonly McpServerDefinition[],
  principal: PrincipalSource,
): void {
  const handler = toNodeHandler(
    createMcpHandler(mcpServerFactory(servers, principal), {
      onerror: (error) => log.warn({ err: error }, "MCP request"),
    }),
  );
  app.all(path, (request, response) => handler(request, response, request.body));
}

/** Bodies that cannot be read end here; a stack never leaves the process. */
const answerErrors: ErrorRequestHandler = (error, request, response, next) => {
  if (response.headersSent) return next(error);
  const status = typeof error.status === "number" && error.status < 500 ? error.status : 500;
  if (status === 500) log.error({ err: error }, "HTTP request failed");
  const message = messages[status] ?? "The request cannot be served.";
  response
    .status(status)
    .json(
      errorBody({ code: status === 500 ? "INTERNAL" : "VALIDATION_FAILED", message, path: request.path }),
    );
};

const messages: Record<number, string> = {
  400: "The body is not valid JSON.",
  413: `The body is larger than ${bodyLimit}. Send less text.`,
  415: "Send the body as application/json in UTF-8, compressed with gzip, br or deflate if at all.",
  500: "Something failed inside Rapport; its log has the details.",
};
