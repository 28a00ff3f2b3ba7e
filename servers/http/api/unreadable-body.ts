import { AppError } from "#core/errors.ts";

const messages: Record<number, string> = {
  400: "The body is not valid JSON.",
  413: "The body is larger than 1 MB. Send less, or in parts.",
  415: "Send the body as application/json in UTF-8, compressed with gzip, br or deflate if at all.",
};

/** What is told of an error that reading a body threw; others stay what they are. */
export function unreadableBody(error: unknown): { shown: unknown; status?: number } {
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : undefined;
  if (error instanceof AppError || typeof status !== "number") return { shown: error };
  if (status < 400 || status >= 500) return { shown: error };
  const told = "told" in (error as object) ? String((error as { told: unknown }).told) : undefined;
  const message = told ?? messages[status] ?? "The request cannot be read.";
  return { shown: new AppError("VALIDATION_FAILED", message), status };
}

/** For a body of another type. */
export const wrongType = () => Object.assign(new Error("not JSON"), { status: 415 });
