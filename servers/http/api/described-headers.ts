import type { Operation } from "./operation.ts";

const text = { type: "string" };

/** The headers of answers, as the document's components. */
export const describedHeaders = {
  ETag: {
    description:
      "The record's version. Sent back as If-Match, a change is refused with 409 where the record is another by then.",
    schema: text,
  },
  Location: { description: "Where the record stands.", schema: text },
  "Idempotency-Replayed": {
    description: "true: the request was carried out before, and this is its answer.",
    schema: { const: "true" },
  },
  "Retry-After": {
    description:
      "Seconds after which the request may be sent again. A 409 without it is not mended by waiting.",
    schema: { type: "integer", minimum: 1 },
  },
  "WWW-Authenticate": {
    description:
      "What is wrong with the credential (RFC 6750); with insufficient_scope, the scope that is needed.",
    schema: text,
  },
  "X-Request-Id": { description: "Names the request in the log.", schema: text },
};

/** The headers that a successful answer of an operation carries. */
export function headersOf({ method, answerHeaders = [] }: Operation): Record<string, unknown> {
  const replayed = method === "get" ? [] : (["Idempotency-Replayed"] as const);
  const names = ["X-Request-Id", ...answerHeaders, ...replayed];
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
