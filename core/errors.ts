/** Every way an operation can fail, as a closed list that each transport maps once. */
export const errorCodes = [
  "VALIDATION_FAILED",
  "NOT_FOUND",
  "AMBIGUOUS",
  "CONFLICT",
  "IDEMPOTENCY_KEY_REUSED",
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_READY",
  "PROPOSAL_EXPIRED",
  "AI_SERVICE_UNAVAILABLE",
  "DATABASE_UNAVAILABLE",
  "IDENTITY_UNAVAILABLE",
  "RATE_LIMIT_EXCEEDED",
  "CANCELLED",
  "INTERNAL",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What is wrong with one field of a request. */
export interface FieldError {
  /** As the caller wrote it, parts divided by dots. */
  field: string;
  message: string;
}

/** An error whose message may be shown to the caller: it says what is wrong and names the fix. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  /** The scope that a credential would have to carry. */
  readonly scope: string | undefined;
  /** Each field that is wrong, where a request was. */
  readonly details: readonly FieldError[] | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { retryable?: boolean; cause?: unknown; scope?: string; details?: readonly FieldError[] } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.scope = options.scope;
    this.details = options.details;
  }
}

/** Returns the error itself if it is fit for callers, else an INTERNAL one that hides what happened but keeps it as cause. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof Error && error.name === "AbortError") {
    return new AppError("CANCELLED", "The request was cancelled.", { cause: error });
  }
  return new AppError("INTERNAL", "Something failed inside Rapport; its log has the details. Try again.", {
    cause: error,
    retryable: true,
  });
}
