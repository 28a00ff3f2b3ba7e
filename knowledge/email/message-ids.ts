const longest = 998;

/**
 * The message ids of a header field such as References, without angle brackets, in order and without repeats. Broken
 * fields without brackets are read by their words; what holds no "@" is an id only in brackets.
 */
export function messageIds(value: string): string[] {
  const inBrackets = [...value.matchAll(/<\s*([^<>]+?)\s*>/g)].map(([, id = ""]) => id);
  const found =
    inBrackets.length > 0 ? inBrackets : value.split(/[\s,]+/).filter((word) => word.includes("@"));
  const ids = found.map((id) => id.replace(/\s+/g, "")).filter((id) => id !== "" && id.length <= longest);
  return [...new Set(ids)];
}

/** The id of a mail itself: one that is written without brackets counts too. Null when the field is empty. */
export function ownMessageId(value: string): string | null {
  const bare = value.trim().replace(/\s+/g, "");
  return messageIds(value)[0] ?? (bare !== "" && bare.length <= longest ? bare.replace(/^<|>$/g, "") : null);
}
