import { z } from "zod";
import { AppError } from "#core/errors.ts";

const place = z.object({ at: z.iso.datetime({ precision: 6 }), id: z.uuid() });
/** A message's place in the order of its conversation: its moment to the microsecond, then its id. */
export type MessagePlace = z.infer<typeof place>;

/** A place as an opaque text that a caller can hand back. */
export function toCursor({ at, id }: MessagePlace): string {
  return Buffer.from(JSON.stringify({ at, id })).toString("base64url");
}

/** The place that a cursor stands for. @throws AppError VALIDATION_FAILED when it is none of ours. */
export function fromCursor(cursor: string): MessagePlace {
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch (cause) {
    throw new AppError(
      "VALIDATION_FAILED",
      "The cursor is not one of ours. Pass `previous` or `next` exactly as an earlier page gave it, or leave it out.",
      { cause },
    );
  }
}
