import type { GoldKind, Value } from "./values.ts";

/** A made text and what stands in it. */
export interface MadeText {
  text: string;
  /** prose, signature, table, transcript, form or chat. */
  shape: string;
  country: string;
  gold: { kind: GoldKind; from: number; to: number; text: string }[];
}

/** A text in pieces: plain ones, and values whose places are to be known. */
export type Piece = string | Value;

/** Joins pieces and notes where the values came to stand. */
export function joinPieces(pieces: readonly Piece[]): Pick<MadeText, "text" | "gold"> {
  const gold: MadeText["gold"] = [];
  let text = "";
  for (const piece of pieces) {
    const written = typeof piece === "string" ? piece : piece.text;
    if (typeof piece !== "string")
      gold.push({ kind: piece.kind, from: text.length, to: text.length + written.length, text: written });
    text += written;
  }
  return { text, gold };
}
