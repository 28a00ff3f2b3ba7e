import { errorCodes } from "#core/errors.ts";

const text = { type: "string" };

/** The body of every error answer, as JSON Schema. */
export const errorSchema = {
  type: "object",
  required: ["error"],
  additionalProperties: false,
  properties: {
    error: {
      type: "object",
      required: ["code", "message", "traceId", "timestamp", "path"],
      additionalProperties: false,
      properties: {
        code: { enum: errorCodes },
        message: { ...text, description: "What is wrong and how to mend it." },
        details: {
          type: "array",
          items: {
            type: "object",
            required: ["field", "message"],
            additionalProperties: false,
            properties: { field: text, message: text },
          },
        },
        traceId: text,
        timestamp: { ...text, format: "date-time" },
        path: text,
      },
    },
    meta: {
      type: "object",
      additionalProperties: false,
      properties: {
        retryAfter: { type: "number", description: "Seconds." },
        documentation: text,
        supportContact: text,
      },
    },
  },
};

const descriptions = {
  400: "The request cannot be used; details name each field.",
  401: "No credential, or none that is valid.",
  403: "The credential's role or scope does not allow it.",
  404: "There is no such record in the workspace.",
  409: "The record has changed, is taken, or is not in a state for this.",
  413: "The body is too large.",
  415: "The body is not application/json.",
  422: "The Idempotency-Key was sent with another request.",
  429: "Too many requests; Retry-After says when to come again.",
  500: "Something failed inside; the log has it under the traceId.",
  503: "A dependency is down; Retry-After says when to come again.",
};

const ref = (name: string) => ({ $ref: `#/components/headers/${name}` });
const again = { "Retry-After": ref("Retry-After") };

const headersOfError: Record<string, object> = {
  401: { "WWW-Authenticate": ref("WWW-Authenticate") },
  403: { "WWW-Authenticate": ref("WWW-Authenticate") },
  409: again,
  429: again,
  503: again,
};

/** The answers that any operation may give instead of its own. */
export const describedErrors = Object.fromEntries(
  Object.entries(descriptions).map(([status, description]) => [
    status,
    {
      description,
      headers: { "X-Request-Id": ref("X-Request-Id"), ...headersOfError[status] },
      content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
    },
  ]),
);
