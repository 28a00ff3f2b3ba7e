import type { RequestHandler } from "express";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import { principalOf } from "../authenticate-request.ts";

/** What is left of a sender's limit: requests a minute, and seconds until the count begins anew. */
export interface Allowed {
  limit: number;
  remaining: number;
  resetSeconds: number;
  isWithin: boolean;
}

/** Serves those requests only that their senders' limits allow, and tells in headers what is left; for requests whose sender is known. */
export function limitRequests(count: (principal: Principal) => Promise<Allowed>): RequestHandler {
  return async (request, response, next) => {
    const { limit, remaining, resetSeconds, isWithin } = await count(principalOf(request));
    response.setHeader("X-RateLimit-Limit", String(limit));
    response.setHeader("X-RateLimit-Remaining", String(remaining));
    response.setHeader("X-RateLimit-Reset", String(resetSeconds));
    if (isWithin) return next();
    response.setHeader("Retry-After", String(resetSeconds));
    throw new AppError(
      "RATE_LIMIT_EXCEEDED",
      `More than ${limit} requests within a minute. Send the next one in ${resetSeconds} s, or ask an administrator to raise the limit.`,
      { retryable: true },
    );
  };
}
