import type { IncomingMessage } from "node:http";
import type { AuthInfo } from "@modelcontextprotocol/server";
import type { RequestHandler } from "express";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Authenticate } from "./authenticate.ts";

const principals = new WeakMap<IncomingMessage, Principal>();

/** Whatever refuses a request later can tell its sender where a token is to be had. */
export function tellWhereTokensAre(
  metadataUrl: (request: IncomingMessage) => string | undefined,
): RequestHandler {
  return (request, response, next) => {
    response.locals.metadataUrl = metadataUrl(request);
    next();
  };
}

/**
 * Lets only those requests on whose sender is known; what refuses them goes to the error handler. MCP handlers find the principal in
 * the request's `auth`, others with principalOf.
 */
export function requirePrincipal(authenticate: Authenticate): RequestHandler {
  return async (request, response, next) => {
    const principal = await authenticate(request);
    principals.set(request, principal);
    request.auth = authInfo(principal, response.locals.metadataUrl);
    next();
  };
}

/** Who sends a request that requirePrincipal let on. @throws AppError UNAUTHENTICATED for others. */
export function principalOf(request: IncomingMessage): Principal {
  const principal = principals.get(request);
  if (principal) return principal;
  throw new AppError("UNAUTHENTICATED", "Who sends this request was not established.");
}

/** The credential itself goes no further. */
function authInfo(principal: Principal, resourceMetadataUrl: string | undefined): AuthInfo {
  const { user, scopes = [] } = principal;
  return {
    token: "",
    clientId: user,
    scopes: [...scopes],
    extra: { principal },
    ...(resourceMetadataUrl && { resourceMetadataUrl }),
  };
}
