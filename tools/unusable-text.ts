/** Far beyond what any schema takes for one text. */
const longestText = 50_000;
const deepest = 20;

/**
 * Finds what a schema that takes free fields lets through and nothing behind it can use: endless texts, U+0000 (which
 * Postgres cannot store) and nesting without end. Says what to change; undefined when all is well.
 */
export function unusableText(input: unknown): string | undefined {
  const left = [{ value: input, depth: 0 }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, depth } = next;
    if (typeof value === "string") {
      if (value.length > longestText)
        return `a text or name is longer than ${longestText} characters; shorten it`;
      if (value.includes("\0")) return "a text holds the character U+0000; remove it";
    } else if (typeof value === "object" && value !== null) {
      if (depth === deepest) return `it is nested deeper than ${deepest} levels; send plain fields`;
      const parts = Array.isArray(value) ? value : [...Object.keys(value), ...Object.values(value)];
      for (const part of parts) left.push({ value: part, depth: depth + 1 });
    }
  }
  return undefined;
}
