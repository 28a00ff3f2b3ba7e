import { AppError } from "#core/errors.ts";

/** Says what a failed call to Pinecone means and what to do. `index` is its name; the API key is in no message. */
export function pineconeError(error: unknown, index: string, signal?: AbortSignal): AppError {
  if (error instanceof AppError) return error;
  if (signal?.aborted) return new AppError("CANCELLED", "The request was cancelled.", { cause: error });
  const { name = "", message = "" } = error instanceof Error ? error : {};
  const known = meanings.find(([pattern]) => pattern.test(`${name} ${message}`));
  const [, code, text, retryable] = known ?? unknown;
  return new AppError(code, text.replaceAll("{index}", index), { retryable, cause: error });
}

type Meaning = readonly [RegExp, AppError["code"], string, boolean];

const rateLimit: Meaning = [
  /429|RESOURCE_EXHAUSTED|Too Many Requests|rate limit|quota|read units|write units/i,
  "RATE_LIMIT_EXCEEDED",
  "Pinecone takes no more requests for index {index} now: its rate limit or the plan's monthly quota is used up. Wait, or raise the plan at app.pinecone.io.",
  true,
];

const unknown: Meaning = [
  /./,
  "AI_SERVICE_UNAVAILABLE",
  "Pinecone refused a request to index {index}; the log has its answer. Check PINECONE_INDEX and the index at app.pinecone.io.",
  false,
];

const meanings: readonly Meaning[] = [
  [
    /^PineconeAuthorizationError/,
    "AI_SERVICE_UNAVAILABLE",
    "Pinecone refused the key: check PINECONE_API_KEY, and that it may use index {index}.",
    false,
  ],
  [
    /^PineconePaymentRequired|max(imum)? (number of )?(serverless )?indexes|reached the max/i,
    "AI_SERVICE_UNAVAILABLE",
    "Pinecone's plan does not allow this for index {index}: raise the plan at app.pinecone.io, or name an existing index in PINECONE_INDEX.",
    false,
  ],
  rateLimit,
  [
    /dimension/i,
    "VALIDATION_FAILED",
    "Pinecone's index {index} has another dimension than the embedder's vectors: name another index in PINECONE_INDEX, which is made if it is not there.",
    false,
  ],
  [
    /^PineconeNotFoundError/,
    "AI_SERVICE_UNAVAILABLE",
    "Pinecone has no index {index} any more: try again and it is made, or name another in PINECONE_INDEX.",
    true,
  ],
  [
    /^Pinecone(Connection|Unavailable|InternalServer|MaxRetries|Timeout)|^AbortError|^TimeoutError/,
    "AI_SERVICE_UNAVAILABLE",
    "Pinecone cannot be reached or fails: check the network, PINECONE_BASE_URL if it is set, and status.pinecone.io, then try again.",
    true,
  ],
];
