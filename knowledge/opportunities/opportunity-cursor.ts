import { AppError } from "#core/errors.ts";

/** Where a page ends: the moment that all pages are of, and how many were shown. */
export interface OpportunityCursor {
  asOf: Date;
  past: boolean;
  shown: number;
}

/** A cursor as callers hold it. */
export function toCursor({ asOf, past, shown }: OpportunityCursor): string {
  return Buffer.from(JSON.stringify({ at: asOf.toISOString(), past, n: shown })).toString("base64url");
}

/** @throws AppError VALIDATION_FAILED for what toCursor did not make. */
export function parseCursor(cursor: string, now: Date): OpportunityCursor {
  try {
    const { at, past, n } = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const asOf = new Date(at);
    if (typeof past === "boolean" && Number.isInteger(n) && n > 0 && n < 10_000 && asOf <= now) {
      return { asOf, past, shown: n };
    }
  } catch {
    // Falls through to the one answer for every cursor that we did not make.
  }
  throw new AppError(
    "VALIDATION_FAILED",
    "The cursor is not one that list_opportunities returned. Leave it out to begin at the first page.",
  );
}
