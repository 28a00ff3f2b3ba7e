import type { IncomingHttpHeaders } from "node:http";
import express, { type ErrorRequestHandler, type Request, type RequestHandler, Router } from "express";
import type { Principal } from "#core/principal.ts";
import { sendError } from "../api/send-error.ts";
import { unreadableBody } from "../api/unreadable-body.ts";
import { requirePrincipal } from "../authenticate-request.ts";

/** A message whose source is known. */
interface Verified {
  principal: Principal;
}

/** Takes messages that other systems send. */
export interface WebhookInbox<Message extends Verified = Verified> {
  /** @throws AppError UNAUTHENTICATED for what no source here has signed */
  verify(message: {
    /** The last part of the path. */
    address: string;
    headers: { id: string; timestamp: string; signatures: string };
    /** As it arrived. */
    body: Buffer;
  }): Promise<Message>;
  /** Saved when it resolves. */
  store(message: Message): Promise<{ id: string; duplicate: boolean }>;
}

/** Largest body, in bytes. */
const bodyLimit = 1_000_000;

/**
 * `POST /webhooks/{source}`: verified on the body as it arrived, counted as its source's, stored, then answered with 202. What it says is
 * worked on later.
 * @param checks what requests pass whose sender is known, such as limits.
 */
export function incomingWebhooks<Message extends Verified>(
  inbox: WebhookInbox<Message>,
  checks: readonly RequestHandler[],
): Router {
  const verified = new WeakMap<object, Message>();
  const authenticate = async (request: Request) => {
    const message = await inbox.verify({
      address: String(request.params.source ?? ""),
      headers: signedHeaders(request.headers),
      body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    });
    verified.set(request, message);
    return message.principal;
  };
  const router = Router();
  router.post(
    "/:source",
    nameOperation,
    // Compressed, the body would not be the one that was signed.
    express.raw({ type: () => true, limit: bodyLimit, inflate: false }),
    (request, response, next) => requirePrincipal(() => authenticate(request))(request, response, next),
    ...checks,
    async (request, response) => {
      const message = verified.get(request);
      if (!message) return;
      response.status(202).json(await inbox.store(message));
    },
  );
  router.use(answerErrors);
  return router;
}

const nameOperation: RequestHandler = (_request, response, next) => {
  response.locals.operation = "receiveWebhook";
  next();
};

function signedHeaders(headers: IncomingHttpHeaders) {
  const text = (name: string) => {
    const value = headers[name];
    return typeof value === "string" ? value : "";
  };
  return {
    id: text("webhook-id"),
    timestamp: text("webhook-timestamp"),
    signatures: text("webhook-signature"),
  };
}

const answerErrors: ErrorRequestHandler = (error, _request, response, _next) => {
  const { shown, status } = unreadableBody(error);
  sendError(response, shown, "/webhooks", status);
};
