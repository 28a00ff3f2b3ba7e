import type { IncomingMessage } from "node:http";
import type { RequestHandler, Response } from "express";
import type { Principal } from "#core/principal.ts";
import { principalOf } from "../authenticate-request.ts";
import { requestIdOf } from "./request-id.ts";

/** A request that has been answered, told without anything that a customer or a credential says. */
export interface FinishedRequest {
  requestId: string | undefined;
  method: string;
  /** The operation's name, or the route; never the path with its ids, nor the query. */
  operation: string;
  /** 499 when the caller left before the answer. */
  status: number;
  ms: number;
  principal: Principal | undefined;
  address: string | undefined;
  /** Of the trace that it belongs to, where anything is traced. */
  traceId?: string;
  /** The id in the path, where there is one. */
  target: string | undefined;
}

/** Tells each listener of every request once it has been answered or its caller has left. */
export function watchRequests(listeners: readonly ((finished: FinishedRequest) => void)[]): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    response.once("close", () => {
      const { remoteAddress } = request.socket;
      const { id } = request.params;
      const finished: FinishedRequest = {
        requestId: requestIdOf(response),
        method: request.method,
        operation: operationOf(response),
        status: response.writableFinished ? response.statusCode : 499,
        ms: Math.round((performance.now() - began) * 10) / 10,
        principal: knownPrincipal(request),
        address: remoteAddress,
        ...(typeof response.locals.traceId === "string" ? { traceId: response.locals.traceId } : {}),
        target: typeof id === "string" ? id : undefined,
      };
      for (const listener of listeners) listener(finished);
    });
    next();
  };
}

/** The operation's name, or the route; never the path with its ids. */
export function operationOf({ req, locals }: Response): string {
  if (typeof locals.operation === "string") return locals.operation;
  const route: unknown = req.route?.path;
  return typeof route === "string" ? route : "unmatched";
}

/** Who sends a request, once that is known. */
export function knownPrincipal(request: IncomingMessage): Principal | undefined {
  try {
    return principalOf(request);
  } catch {
    return undefined;
  }
}
