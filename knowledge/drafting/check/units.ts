import type { Commitment } from "./commitments/commitment.ts";

/** A part of a sentence with a subject of its own, and what it commits to; places count from the part's own start. */
export interface Unit {
  text: string;
  from: number;
  commitments: Commitment[];
}

/** Where somebody or something else begins to be spoken of; a bare comma parts nothing. */
const border =
  /\s*[;—–]\s+|,\s+(?=(?:with|which|mit|avec|con)\s)|\s+-\s+|,?\s+\b(?:but|however|while|whereas|aber|sondern|mais|pero)\b\s+|,?\s+\b(?:and|und|et|y)\b\s+(?=(?:if|with|ne|n'|no|nicht|must not|should not|cannot|can't|does not|doesn't|do not|don't|is not|isn't|are not|aren't|we|you|i|it|they|this|that|there|the|our|your|a|an|wir|sie|ich|es|das|die|der|nous|vous|il|elle|le|la|les|usted|nosotros|el|los)\b)/giu;
/** A new subject behind a bare comma: "…, the Pro plan has five". */
const listed =
  /,\s+(?=(?:the|our|der|die|das|unser|le|la|les|el|los)\s+(?:[\p{L}\d'-]+\s+){1,4}(?:has|have|is|are|costs?|comes|includes?|takes?|hat|ist|kostet|enthält|a|est|coûte|tiene|es|cuesta)(?![\p{L}]))/giu;
/** What follows from the sentence so far. */
const result = /,?\s+\bso\s+(?=(?:there|you|we|it|that|no)\b)/giu;
/** A name as a new subject: "and Pro costs". */
const capital =
  /,?\s+(?:and|und|et|y)\s+(?=\p{Lu}[\p{L}\d]*\s+(?:costs?|is|comes|takes?|has|includes?|will|can|kostet|ist|coûte|est|cuesta|es)\b)/gu;

const verb =
  /(?<![\p{L}])(?:has|have|is|are|costs?|comes|includes?|takes?|hat|ist|kostet|enthält|a|est|coûte|tiene|es|cuesta)(?![\p{L}])/iu;

/** "Yes, the plan is" tells nothing before its comma. */
function laterThanVerb(sentence: string): RegExpExecArray[] {
  return [...sentence.matchAll(listed)].filter(({ index }) => verb.test(sentence.slice(0, index)));
}

/** The units of a sentence; those without a word join the one before. */
export function unitsOf(sentence: string, commitments: readonly Commitment[]): Unit[] {
  const cuts = [
    ...sentence.matchAll(border),
    ...sentence.matchAll(capital),
    ...laterThanVerb(sentence),
    ...sentence.matchAll(result),
  ]
    .filter(
      ({ index, 0: whole }) => !commitments.some(({ from, to }) => index < to && index + whole.length > from),
    )
    .map(({ index }) => index)
    .filter((index) => (sentence.slice(0, index).match(/\p{L}+/gu)?.length ?? 0) > 1)
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
