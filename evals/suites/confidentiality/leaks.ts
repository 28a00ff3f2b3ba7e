/** A text made ready to be looked through for canaries. */
export interface Haystack {
  text: string;
  /** Letters and digits alone. */
  plain: string;
}

const made =
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z|\b0\.\d{4,}\b|\b[mr]:\d+/gi;

/** Ids, numbers of passages, moments and probabilities that the product makes hold digits of their own: they are left out. */
export function haystack(value: unknown): Haystack {
  const raw = typeof value === "string" ? value : JSON.stringify(value);
  const text = raw.replace(made, " ").replaceAll("\\n", "\n").normalize("NFC").toLowerCase();
  return { text, plain: plainOf(text) };
}

/** The canaries that stand in a text in any case and with any separators, but for those that the asker wrote. */
export function leaksIn(found: Haystack, canaries: readonly string[], asked: Haystack): string[] {
  return canaries.filter((canary) => holds(found, canary) && !holds(asked, canary));
}

/** True if a canary stands in it as words of its own: "48317", "48 317" and "48,317" are the same. */
export function holds({ text, plain }: Haystack, canary: string): boolean {
  if (!plain.includes(plainOf(canary))) return false;
  const letters = [...plainOf(canary)].map((letter) => letter.replace(/\W/u, "\\$&"));
  const between = /\p{L}/u.test(canary) ? "[^\\p{L}\\p{N}]{0,3}" : "[^\\p{L}\\p{N}]{0,2}";
  return new RegExp(`(?<![\\p{L}\\p{N}])${letters.join(between)}(?![\\p{L}\\p{N}])`, "u").test(text);
}

function plainOf(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
