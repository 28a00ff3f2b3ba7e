import type { Response } from "express";
import { type AppError, type ErrorCode, toAppError } from "#core/errors.ts";
import { log } from "#core/log.ts";
import { errorBody } from "../error-body.ts";
import { challenge } from "../identity/challenge.ts";

/** HTTP's word for each error. */
export const statusOf: Record<ErrorCode, number> = {
  VALIDATION_FAILED: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  AMBIGUOUS: 409,
  CONFLICT: 409,
  NOT_READY: 409,
  PROPOSAL_EXPIRED: 409,
  IDEMPOTENCY_KEY_REUSED: 422,
  RATE_LIMIT_EXCEEDED: 429,
  AI_SERVICE_UNAVAILABLE: 503,
  DATABASE_UNAVAILABLE: 503,
  IDENTITY_UNAVAILABLE: 503,
  CANCELLED: 503,
  INTERNAL: 500,
};

/** Seconds after which what cannot be served now may be asked for again. */
const retryAfter: Partial<Record<ErrorCode, number>> = {
  AI_SERVICE_UNAVAILABLE: 300,
  RATE_LIMIT_EXCEEDED: 60,
  DATABASE_UNAVAILABLE: 5,
  IDENTITY_UNAVAILABLE: 5,
};

/** Answers a request that failed, in the one shape of errors; a stack never leaves the process. */
export function sendError(response: Response, error: unknown, path: string, status?: number): void {
  const known = toAppError(error);
  if (known.code === "INTERNAL") log.error({ err: known.cause }, "HTTP request failed");
  if (response.headersSent) return void response.destroy();
  // What refused it may know better when.
  const seconds = Number(response.getHeader("Retry-After") ?? Number.NaN) || retryAfterOf(known);
  if (seconds !== undefined) response.setHeader("Retry-After", String(seconds));
  const challenged = challenge(known, response.locals.metadataUrl);
  if (challenged) response.setHeader("WWW-Authenticate", challenged);
  const { code, message, details } = known;
  const traceId = response.getHeader("X-Request-Id");
  const { error: shown } = errorBody({ code, message, path });
  response.status(status ?? statusOf[code]).json({
    error: {
      ...shown,
      ...(details ? { details } : {}),
      ...(typeof traceId === "string" ? { traceId } : {}),
    },
    ...(seconds === undefined ? {} : { meta: { retryAfter: seconds } }),
  });
}

function retryAfterOf({ code, retryable }: AppError): number | undefined {
  return retryAfter[code] ?? (retryable && code === "CONFLICT" ? 1 : undefined);
}
