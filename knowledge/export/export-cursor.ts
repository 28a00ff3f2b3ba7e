import { z } from "zod";
import { AppError } from "#core/errors.ts";
import { type ExportKind, exportKinds } from "./export-record.ts";

const kind = z.enum(exportKinds);
const transaction = z.string().regex(/^\d{1,20}$/);

/** How far a reader has come: in the full pass over everything, or in the events after it. */
const position = z.discriminatedUnion("phase", [
  z.object({
    phase: z.literal("all"),
    kind,
    /** The last id given of that kind; null: none yet. */
    after: z.uuid().nullable(),
    /** From which transaction's events on it goes on afterwards. */
    tx: transaction,
  }),
  z.object({
    phase: z.literal("changes"),
    /** The last subject of an event that was given: transaction, `seq`, and the place among its subjects. */
    tx: transaction,
    seq: z.int().min(0),
    part: z.int().min(0),
  }),
]);
export type ExportPosition = z.infer<typeof position>;

const cursor = z.object({
  /** Which database the numbers are of. */
  db: z.string(),
  tenant: z.uuid(),
  types: z.array(kind).min(1),
  /** Everything that happened before has been given. */
  at: z.iso.datetime(),
  position,
});
export type ExportCursor = z.infer<typeof cursor>;

/** Events are kept for 30 days; a day less, because of transactions that were long under way. */
const validDays = 29;
const dayMs = 86_400_000;

/** The cursor as callers are given it: base64url of JSON, which nobody has to understand. */
export function toExportCursor(value: ExportCursor): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

export interface CursorUse {
  /** Which database is asked now. */
  db: string;
  tenant: string;
  types: readonly ExportKind[] | undefined;
  now: Date;
}

/**
 * Reads a cursor that an export of this workspace returned.
 * @throws AppError VALIDATION_FAILED: for one that is none, or that nothing can be told after any more: start again without cursor.
 */
export function readExportCursor(text: string, { db, tenant, types, now }: CursorUse): ExportCursor {
  const read = parse(text);
  if (!read || read.tenant !== tenant) throw refused("is not one that an export of this workspace returned");
  if (read.db !== db) throw startAgain("is of another database: this one was moved or restored since");
  if (now.getTime() - Date.parse(read.at) > validDays * dayMs)
    throw startAgain(`is older than ${validDays} days, and changes are not kept for longer`);
  if (types && (types.length !== read.types.length || !types.every((each) => read.types.includes(each))))
    throw refused(`goes on with the types of the first request: ${read.types.join(", ")}`);
  return read;
}

/** @throws AppError VALIDATION_FAILED */
export function startAgain(why: string): AppError {
  return refused(`${why}. Start again without cursor`);
}

function refused(message: string): AppError {
  return new AppError("VALIDATION_FAILED", `cursor ${message}.`, { details: [{ field: "cursor", message }] });
}

function parse(text: string): ExportCursor | undefined {
  try {
    return cursor.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    return undefined;
  }
}
