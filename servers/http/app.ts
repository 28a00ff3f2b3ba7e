import { localhostHostValidation, localhostOriginValidation } from "@modelcontextprotocol/express";
import { toNodeHandler } from "@modelcontextprotocol/node";
import { createMcpHandler, type McpServerFactory } from "@modelcontextprotocol/server";
import express, { type ErrorRequestHandler, type Express } from "express";
import { AppError } from "#core/errors.ts";
import { log } from "#core/log.ts";
import type { PrincipalSource } from "../mcp/call-tool.ts";
import { principalOfRequest } from "../mcp/challenge-scope.ts";
import type { McpServerDefinition } from "../mcp/server-definition.ts";
import { mcpServerFactory } from "../mcp/server-factory.ts";
import { type ApiParts, apiRoutes } from "./api/mount-api.ts";
import { sendError } from "./api/send-error.ts";
import { localAuthentication } from "./authenticate.ts";
import { requirePrincipal, tellWhereTokensAre } from "./authenticate-request.ts";
import { errorBody } from "./error-body.ts";
import type { Identity } from "./identity/identity.ts";
import { resourceMetadata } from "./identity/resource-metadata.ts";
import { isLoopback, isLoopbackAddress } from "./loopback.ts";
import { corsFor } from "./operation/cors.ts";
import { type Drain, openDrain } from "./operation/drain.ts";
import { watchRequests } from "./operation/finished-request.ts";
import { healthRoutes } from "./operation/health.ts";
import { limitFailures } from "./operation/limit-failures.ts";
import { limitRequests } from "./operation/limit-requests.ts";
import { nameRequest } from "./operation/request-id.ts";
import { securityHeaders } from "./operation/security-headers.ts";
import { requestListeners, type Service } from "./operation/service.ts";
import { traceRequests } from "./operation/trace-requests.ts";
import { incomingWebhooks, type WebhookInbox } from "./webhooks/incoming-webhooks.ts";

export interface HttpOptions {
  /** On a loopback address Host and Origin headers are checked against DNS rebinding. */
  host: string;
  servers: readonly McpServerDefinition[];
  /** Who acts on this machine where no identity is given. */
  principal: PrincipalSource;
  /** Who is let in; absent: this machine's user. */
  identity?: Identity;
  /** What the REST API is made of; absent: it is not served. */
  api?: ApiParts;
  /** Takes webhooks of other systems; absent: it does not. */
  inbox?: WebhookInbox;
  /** Resolves when the database answers. */
  pingDatabase(): Promise<void>;
  /** Limits, CORS, health and what is told of requests. */
  service?: Service;
  drain?: Drain;
  /** Adds to what MCP serves; tests have the conformance suite's fixtures in it. */
  extendMcp?: (factory: McpServerFactory) => McpServerFactory;
}

const bodyLimit = "16mb";

/** The HTTP face: every MCP server under /mcp, each alone under /mcp/<name>, /health and /ready. */
export function httpApp(options: HttpOptions): Express {
  const {
    host,
    servers,
    principal,
    identity,
    api,
    inbox,
    pingDatabase,
    service = {},
    drain = openDrain(),
    extendMcp = (factory) => factory,
  } = options;
  const app = express();
  app.disable("x-powered-by");
  app.use(
    nameRequest,
    traceRequests,
    watchRequests(requestListeners(service)),
    securityHeaders(),
    drain.closeConnections,
  );
  if (isLoopback(host)) app.use(localhostHostValidation());
  app.use(corsFor(service.corsOrigins ?? [], isLoopback(host) ? localhostOriginValidation() : undefined));
  if (identity?.resource) app.use(resourceMetadata(identity.resource));
  if (identity) app.use(tellWhereTokensAre(identity.metadataUrl));
  const known = identity?.authenticate ?? localAuthentication(principal);
  const { failuresPerMinute: perMinute } = service;
  // Where this machine is let in without a credential, a wrong one tells it nothing.
  const counts = (address: string) => identity?.isRequired === true || !isLoopbackAddress(address);
  const authenticate = perMinute === undefined ? known : limitFailures(known, { perMinute, counts });
  const checks = service.countRequest ? [limitRequests(service.countRequest)] : [];
  if (inbox) app.use("/webhooks", incomingWebhooks(inbox, checks));
  if (api) app.use("/api", apiRoutes({ api, authenticate, checks }));
  // Before bodies are read: nobody unknown makes us read 16 MB.
  app.use("/mcp", requirePrincipal(authenticate), ...checks);
  app.use(express.json({ limit: bodyLimit }));
  const mcp = (definitions: typeof servers) => extendMcp(mcpServerFactory(definitions, principalOfRequest));
  mountMcp(app, "/mcp", mcp(servers));
  for (const server of servers) mountMcp(app, `/mcp/${server.name}`, mcp([server]));
  const { isDraining } = drain;
  app.use(healthRoutes({ pingDatabase, dependencies: service.dependencies, isDraining }));
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

function mountMcp(app: Express, path: string, factory: McpServerFactory): void {
  const handler = toNodeHandler(
    createMcpHandler(factory, {
      onerror: (error) => log.warn({ err: error }, "MCP request"),
    }),
  );
  app.all(path, (request, response) => {
    response.locals.operation = `mcp ${path}`;
    return handler(request, response, request.body);
  });
}

/** Bodies that cannot be read end here; a stack never leaves the process. */
const answerErrors: ErrorRequestHandler = (error, request, response, next) => {
  if (response.headersSent) return next(error);
  if (error instanceof AppError) return sendError(response, error, request.path);
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
