/**
 * Cuts a text that is longer than a number of UTF-16 code units, a cut showing as "…". Half a character would be no text: one
 * that stands across the cut is left out.
 */
export function cutText(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length).replace(/[\ud800-\udbff]$/, "")}…` : text;
}
