const longest = 60;

/**
 * A group's name as texts show it: on one line, without characters that cannot be seen, cut, and between quotation marks unless it
 * is plain, because somebody else wrote it.
 */
export function groupName(name: string): string {
  const clean = name
    .normalize("NFKC")
    .replace(/[\p{C}\p{Variation_Selector}“”"<>]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const cut =
    clean.length > longest ? `${clean.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, "")}…` : clean;
  return /^\p{Lu}[\p{L}\p{M}&'-]*(?: [\p{L}\p{M}&'-]+){0,3}$/u.test(cut) ? cut : `“${cut}”`;
}
