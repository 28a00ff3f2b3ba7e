/** A text as Postgres takes it (no NUL, no halves of surrogate pairs) without blanks around it; null when nothing is left. */
export function cleanText(text: string | null): string | null {
  return text?.replaceAll("\0", "").toWellFormed().trim() || null;
}
