/** A text on one line, cut to a number of characters; a cut shows as "…". */
export function shorten(text: string, length: number): string {
  const clean = text.replace(/\s+/g, " ").trim();
  return clean.length > length ? `${clean.slice(0, length)}…` : clean;
}
