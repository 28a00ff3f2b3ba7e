import type { Commitment } from "./commitments/commitment.ts";

/** A part of a sentence with a subject of its own, and what it commits to; places count from the part's own start. */
export interface Unit {
  text: string;
  from: number;
  commitments: Commitment[];
}

/** Where somebody or something else begins to be spoken of; a bare comma parts nothing. */
const border =
  /\s*[;—–]\s+|\s+-\s+|,?\s+\b(?:but|however|while|whereas|aber|sondern|mais|pero)\b\s+|,?\s+\b(?:and|und|et|y)\b\s+(?=(?:we|you|i|it|they|this|that|there|the|our|your|a|an|wir|sie|ich|es|das|die|der|nous|vous|il|elle|le|la|les|usted|nosotros|el|los)\b)/giu;
/** A name as a new subject: "and Pro costs". */
const capital =
  /,?\s+(?:and|und|et|y)\s+(?=\p{Lu}[\p{L}\d]*\s+(?:costs?|is|comes|takes?|has|includes?|will|can|kostet|ist|coûte|est|cuesta|es)\b)/gu;

/** The units of a sentence; those without a word join the one before. */
export function unitsOf(sentence: string, commitments: readonly Commitment[]): Unit[] {
  const cuts = [...sentence.matchAll(border), ...sentence.matchAll(capital)]
    .filter(
      ({ index, 0: whole }) => !commitments.some(({ from, to }) => index < to && index + whole.length > from),
    )
    .map(({ index }) => index)
    .sort((a, b) => a - b);
  const edges = [0, ...cuts, sentence.length];
  return edges.slice(0, -1).flatMap((from, at) => {
    const to = edges[at + 1] ?? sentence.length;
    const text = sentence.slice(from, to);
    if (!/\p{L}/u.test(text)) return [];
    const own = commitments.filter((one) => one.from >= from && one.to <= to);
    return [
      { text, from, commitments: own.map((one) => ({ ...one, from: one.from - from, to: one.to - from })) },
    ];
  });
}
