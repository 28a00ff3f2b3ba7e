/** A text with single blanks. */
export function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
