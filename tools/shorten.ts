import { cutText } from "./cut-text.ts";

/** A text on one line, cut to a number of characters; a cut shows as "…". */
export function shorten(text: string, length: number): string {
  return cutText(text.replace(/\s+/g, " ").trim(), length);
}
