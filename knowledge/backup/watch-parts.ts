import { AppError } from "#core/errors.ts";
import type { Totals } from "./checksum.ts";
import type { Manifest, Part } from "./part.ts";

/** What is told while rows pass: how many of which table. */
export type OnRows = (table: string, rows: number) => void;

/** A backup that has passed: what it says of itself, and the sums. */
export interface Whole {
  manifest: Manifest;
  totals: Totals;
}

/** Hands parts on, tells of their rows, and keeps what they began and ended with. */
export function watchParts(
  parts: AsyncIterable<Part>,
  onRows: OnRows = () => {},
): { parts: AsyncIterable<Part>; whole(): Whole } {
  let manifest: Manifest | undefined;
  let totals: Totals | undefined;
  return {
    parts: (async function* () {
      for await (const part of parts) {
        if (part.kind === "manifest") manifest = part.manifest;
        else if (part.kind === "end") totals = part.totals;
        else onRows(part.table, part.rows.length);
        yield part;
      }
    })(),
    whole: () => {
      if (manifest && totals) return { manifest, totals };
      throw new AppError(
        "VALIDATION_FAILED",
        "The backup has no beginning or no end. Use another copy of it.",
      );
    },
  };
}
