import { AppError } from "#core/errors.ts";

/** Where the next page of a list ordered by texts or numbers begins, as callers are given it. */
export function toTextCursor(last: string): string {
  return Buffer.from(last).toString("base64url");
}

/** The text in a cursor. @throws AppError VALIDATION_FAILED for one that no page returned */
export function parseTextCursor(cursor: string, pattern = /^\P{Cc}+$/u): string {
  const text = Buffer.from(cursor, "base64url").toString();
  if (toTextCursor(text) === cursor && pattern.test(text)) return text;
  const message = "is not one that a page returned: leave it out to begin at the first";
  throw new AppError("VALIDATION_FAILED", `cursor ${message}.`, { details: [{ field: "cursor", message }] });
}
