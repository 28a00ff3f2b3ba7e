import { findCommitments } from "../check/commitments/find-commitments.ts";

type Kind = ReturnType<typeof findCommitments>[number]["kind"];

const price =
  /\b(?:how much (?!(?:of our|of my|of your)? ?time)|costs?\b|prices?\b|a (?:figure|number|range|quote)\b|what would (?:we|i) (?:have to )?pay|kosten|kostet|preis|coûte\p{L}*|prix|tarif|cuesta|precio)/iu;
const time =
  /\b(?:when|how (?:long|soon|fast|quickly)|(?:what|which) (?:date|day|week|month|weekday)|welche[rnms]? (?:tag|datum|termin|woche|monat)|quelle date|quel (?:jour|mois)|quelle semaine|qué (?:día|fecha|semana|mes)|need\b[^.?!]*\bby\b|brauchen\b[^.?!]*\bbis\b|wann|wie lange|quand|combien de temps|cuándo|cuánto tiempo)\b/iu;

const person = /\b(?:who|whom|wer|wen|wem|qui|quién(?:es)?)\b/iu;
/** A title before a name, or a first name. */
const somebody =
  /\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Herrn?|Frau|Mme|Mlle|Madame|Monsieur|Sra?|Señora?)\b\.?\s\p{Lu}|(?<=[\p{L},] )\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+/u;

/** Whether a question asks for a sum. */
export function wantsPrice(question: string): boolean {
  return price.test(question);
}

/** Whether a question asks for a day or a length of time. */
export function wantsTime(question: string): boolean {
  return time.test(question);
}

/** Whether a line tells the kind of thing that a question wants: a sum, a day or a length of time, a person; undefined for questions that want none. */
export function wantedKind(question: string): ((line: string) => boolean) | undefined {
  const wanted: readonly Kind[] = wantsPrice(question)
    ? ["price"]
    : wantsTime(question)
      ? ["date", "deadline"]
      : [];
  if (wanted.length === 0) return person.test(question) ? (line) => somebody.test(line) : undefined;
  return (line) => findCommitments(line, null).some(({ kind }) => wanted.includes(kind));
}
