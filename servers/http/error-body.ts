import { randomUUID } from "node:crypto";
import type { ErrorCode } from "#core/errors.ts";

const shownPath = 200;

/** The body of every error answer over HTTP. */
export function errorBody({ code, message, path }: { code: ErrorCode; message: string; path: string }) {
  return {
    error: {
      code,
      message,
      traceId: randomUUID(),
      timestamp: new Date().toISOString(),
      path: path.slice(0, shownPath),
    },
  };
}
