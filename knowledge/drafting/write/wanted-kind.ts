import { findCommitments } from "../check/commitments/find-commitments.ts";

type Kind = ReturnType<typeof findCommitments>[number]["kind"];

const price =
  /\b(?:how much (?!(?:of our|of my|of your)? ?time)|costs?\b|prices?\b|a (?:figure|number|range|quote)\b|what would (?:we|i) (?:have to )?pay|kosten|kostet|preis|coûte\p{L}*|prix|tarif|cuesta|precio)/iu;
const time =
  /\b(?:when|how (?:long|soon|fast|quickly)|by (?:what|which) date|need\b[^.?!]*\bby\b|brauchen\b[^.?!]*\bbis\b|wann|wie lange|quand|combien de temps|cuándo|cuánto tiempo)\b/iu;

/** Whether a question asks for a sum. */
export function wantsPrice(question: string): boolean {
  return price.test(question);
}

/** Whether a question asks for a day or a length of time. */
export function wantsTime(question: string): boolean {
  return time.test(question);
}

/** Whether a line tells the kind of thing that a question wants: a sum, a day or a length of time; undefined for questions that want neither. */
export function wantedKind(question: string): ((line: string) => boolean) | undefined {
  const wanted: readonly Kind[] = wantsPrice(question)
    ? ["price"]
    : wantsTime(question)
      ? ["date", "deadline"]
      : [];
  if (wanted.length === 0) return undefined;
  return (line) => findCommitments(line, null).some(({ kind }) => wanted.includes(kind));
}
