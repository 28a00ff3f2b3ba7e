import { z } from "zod";
import { AppError } from "#core/errors.ts";

export const contactId = z.string().min(1).max(100).describe("Rapport's id of the contact.");

export const ifMatch = z
  .string()
  .max(200)
  .optional()
  .describe("The version that the caller has read; nothing is changed if there is another by now.");

/** The version in an If-Match header: of `"123"`, `W/"123"` or `123`; `*` takes any. */
export function versionOf(header: string | undefined): string | undefined {
  if (header === undefined || header.trim() === "*") return undefined;
  const [, version] = /^\s*(?:W\/)?"?(\d{1,20})"?\s*$/.exec(header) ?? [];
  if (version !== undefined) return version;
  const message = "takes the ETag of one version, as it was returned";
  throw new AppError("VALIDATION_FAILED", `If-Match ${message}.`, {
    details: [{ field: "If-Match", message }],
  });
}
