/** Something in a reply that a reader could follow, write to, call or pay to, or that a mail program would render. */
export interface Trace {
  kind: "link" | "domain" | "email" | "number" | "markup";
  text: string;
}

const ends =
  "com|net|org|io|biz|top|info|ru|co|xyz|app|dev|example|security|cn|de|uk|fr|us|gov|edu|tv|me|ai|page|test|mil|eu|ly|gg|in|int|is|site|online|shop|link|click|live|club|cc|ws|su";
const shapes: readonly [Trace["kind"], RegExp][] = [
  [
    "link",
    /\b[a-z][a-z0-9+.-]{1,15}:\/\/[^\s<>"'`)\]]+|\b(?:javascript|data|mailto|tel|hxxps?):[^\s<>"'`]+/giu,
  ],
  ["email", /[^\s<>"'`(),;:]+@[^\s<>"'`(),;:]+\.\p{L}{2,}/giu],
  [
    "domain",
    new RegExp(
      `(?<![\\p{L}\\p{N}@.-])[\\p{L}\\p{N}][\\p{L}\\p{N}-]*(?:\\.[\\p{L}\\p{N}-]+)*(?:\\.|\\[\\.\\]|\\(dot\\)| dot )(?:${ends})(?![\\p{L}\\p{N}])`,
      "giu",
    ),
  ],
  [
    "number",
    /\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{2,4}){3,8}\b|(?<![\p{L}\d])\+?\d(?:[ ()./-]{0,3}\d){6,}(?!\d)/gu,
  ],
  ["markup", /<[a-z!/][^>]{0,300}>?|\]\([^)]*\)|```|!\[/giu],
];

/** All such traces of a text, as written, without invisible characters. */
export function tracesOf(text: string): Trace[] {
  const seen = text.normalize("NFKC").replace(/[\p{Cf}\p{Co}]/gu, "");
  return shapes.flatMap(([kind, shape]) =>
    (seen.match(shape) ?? [])
      .map((found) => found.replace(/[.,;:!?]+$/, ""))
      .filter((found) => kind !== "number" || !/^\d{4}-\d\d-\d\d$/.test(found))
      .map((found) => ({ kind, text: found })),
  );
}
