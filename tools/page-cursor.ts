import { AppError } from "#core/errors.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where the next page of a list ordered by ids begins, as callers are given it. */
export function toPageCursor(id: string): string {
  return Buffer.from(id.replaceAll("-", ""), "hex").toString("base64url");
}

/** The id in a cursor. @throws AppError VALIDATION_FAILED for one that no page returned */
export function parsePageCursor(cursor: string): string {
  const hex = Buffer.from(cursor, "base64url").toString("hex");
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  if (uuid.test(id)) return id;
  const message = "is not one that a page returned: leave it out to begin at the first";
  throw new AppError("VALIDATION_FAILED", `cursor ${message}.`, { details: [{ field: "cursor", message }] });
}
