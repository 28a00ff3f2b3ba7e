import type { RequestHandler } from "express";

const methods = "GET, POST, PUT, PATCH, DELETE, OPTIONS";
const requestHeaders =
  "Authorization, Content-Type, Accept, Idempotency-Key, If-Match, X-Request-Id, Mcp-Protocol-Version, Mcp-Session-Id, Mcp-Method, Mcp-Name, Last-Event-Id";
const answerHeaders =
  "X-Request-Id, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, ETag, Location, WWW-Authenticate, Mcp-Session-Id";

/**
 * Lets pages of the listed origins call the service from a browser; others get no permission, and `guard`, which refuses
 * foreign pages on loopback, judges them. Cookies are never used, so no credentials are allowed.
 */
export function corsFor(origins: readonly string[], guard?: RequestHandler): RequestHandler {
  const allowed = new Set(origins.map((origin) => origin.replace(/\/+$/, "")));
  return (request, response, next) => {
    const { origin } = request.headers;
    if (allowed.size > 0) response.vary("Origin");
    if (origin === undefined || !allowed.has(origin)) return guard ? guard(request, response, next) : next();
    response.setHeader("Access-Control-Allow-Origin", origin);
    response.setHeader("Access-Control-Expose-Headers", answerHeaders);
    if (request.method !== "OPTIONS") return next();
    response.setHeader("Access-Control-Allow-Methods", methods);
    response.setHeader("Access-Control-Allow-Headers", requestHeaders);
    response.setHeader("Access-Control-Max-Age", "600");
    response.status(204).end();
  };
}
