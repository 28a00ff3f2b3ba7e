import type { IncomingMessage } from "node:http";
import { type Request, type RequestHandler, type Response, Router } from "express";
import { authorize } from "#core/access.ts";
import { AppError } from "#core/errors.ts";
import type { AnswerOnce } from "#tools/answer-once.ts";
import { principalOf } from "../authenticate-request.ts";
import { answerWrite } from "./idempotency.ts";
import type { Operation, OperationAnswer, OperationInput } from "./operation.ts";
import { parseRequest } from "./parse-request.ts";
import { rawBody } from "./raw-body.ts";
import { sendError } from "./send-error.ts";
import { unreadableBody, wrongType } from "./unreadable-body.ts";

export interface ApiOptions {
  operations: readonly Operation[];
  /** Keeps the answers to writes, so that a request that is sent again has one effect. */
  answerOnce: AnswerOnce;
}

/** Makes the routes of all operations, for requests whose sender is known. */
export function apiRouter({ operations, answerOnce }: ApiOptions): Router {
  const router = Router();
  for (const operation of operations) {
    const path = operation.path.replace(/\{(\w+)\}/g, ":$1");
    router[operation.method](path, serve(operation, answerOnce));
  }
  router.use((request, response) => {
    const here = operations.some(({ path }) => matches(path, request.path));
    const message = here
      ? `${request.method} is not possible here. GET /api/v1/openapi.json lists what is.`
      : "Nothing is served here. GET /api/v1/openapi.json lists what is.";
    sendError(response, new AppError("NOT_FOUND", message), request.originalUrl.split("?")[0] ?? "");
  });
  return router;
}

function serve(operation: Operation, answerOnce: AnswerOnce): RequestHandler {
  return async (request, response) => {
    const path = request.originalUrl.split("?")[0] ?? "";
    const leaving = new AbortController();
    response.once("close", () => leaving.abort());
    try {
      const principal = principalOf(request);
      authorize(principal, operation.permission);
      const file = operation.rawBody && rawBody(request, operation.rawBody);
      if (!file) ensureReadable(operation, request);
      const search = new URL(request.originalUrl, "http://localhost").searchParams;
      const parsed = parseRequest(operation, { params: request.params, query: search, body: request.body });
      const input: OperationInput = { ...parsed, headers: headersOf(request), ...(file ? { file } : {}) };
      const run = () => operation.run({ principal, signal: leaving.signal }, input);
      const answer =
        operation.method === "get"
          ? await run()
          : await answerWrite({ operation, principal, input, answerOnce, run });
      send(response, operation, answer);
    } catch (error) {
      const { shown, status } = unreadableBody(error);
      sendError(response, shown, path, status);
    }
  };
}

/** @throws for a body of another type, or for none where one is needed. */
function ensureReadable(operation: Operation, request: Request): void {
  if (request.body !== undefined) return;
  const { "content-length": length, "transfer-encoding": chunked } = request.headers;
  if (chunked !== undefined || (length !== undefined && length !== "0")) throw wrongType();
  if (operation.body) {
    throw new AppError("VALIDATION_FAILED", "This needs a body: send it as application/json.");
  }
}

function headersOf(request: IncomingMessage): OperationInput["headers"] {
  const { "if-match": ifMatch, "idempotency-key": key } = request.headers;
  return {
    ...(ifMatch === undefined ? {} : { ifMatch }),
    ...(typeof key === "string" ? { idempotencyKey: key } : {}),
  };
}

function send(
  response: Response,
  operation: Operation,
  { body, headers = {}, status }: OperationAnswer,
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader("Cache-Control", "no-store");
  response.status(status ?? operation.status);
  if (operation.status === 204) response.end();
  else response.json(body);
}

function matches(pattern: string, path: string): boolean {
  const parts = pattern.split("/");
  const given = path.split("/");
  return (
    parts.length === given.length &&
    parts.every((part, index) => part.startsWith("{") || part === given[index])
  );
}
