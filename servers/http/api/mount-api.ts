import express, { type ErrorRequestHandler, type RequestHandler, Router } from "express";
import type { AnswerOnce } from "#tools/answer-once.ts";
import type { Authenticate } from "../authenticate.ts";
import { requirePrincipal } from "../authenticate-request.ts";
import type { ApiTools } from "./api-tools.ts";
import { docsPage } from "./docs-page.ts";
import { openApi } from "./openapi.ts";
import { apiOperations } from "./operations.ts";
import { apiRouter } from "./router.ts";
import { sendError } from "./send-error.ts";
import { unreadableBody } from "./unreadable-body.ts";

export interface ApiParts {
  tools: ApiTools;
  /** Keeps the answers to writes, so that a request that is sent again has one effect. */
  answerOnce: AnswerOnce;
}

export interface ApiMount {
  api: ApiParts;
  authenticate: Authenticate;
  /** What every request with a known sender passes before it is served, such as limits. */
  checks?: readonly RequestHandler[];
}

/** Largest body of a request, in bytes. */
const bodyLimit = 1_000_000;

/** Everything under /api: the operations at /v1, their OpenAPI document and its page. */
export function apiRoutes({ api: { tools, answerOnce }, authenticate, checks = [] }: ApiMount): Router {
  const operations = apiOperations(tools);
  const document = JSON.stringify(openApi(operations));
  const router = Router();
  router.get("/v1/openapi.json", (_request, response) => {
    response.type("application/json").send(document);
  });
  router.use("/docs", docsPage());
  // Before bodies are read: nobody unknown makes us read them.
  router.use("/v1", requirePrincipal(authenticate), ...checks);
  router.use("/v1", express.json({ limit: bodyLimit }), apiRouter({ operations, answerOnce }));
  router.use(answerErrors);
  return router;
}

const answerErrors: ErrorRequestHandler = (error, request, response, _next) => {
  const { shown, status } = unreadableBody(error);
  sendError(response, shown, request.originalUrl.split("?")[0] ?? "", status);
};
