import type { Commitment } from "./commitment.ts";

/** What may part what one value is about from what the next one is. */
const separator =
  /[,;:/|–—\n]|\s-\s|\b(?:and|or|while|whereas|but|und|oder|aber|et|ou|mais|y|o|pero)\b(?!\s+(?:seat|user|month|year|person|licen[cs]e|monat|jahr|mois|mes)\b)/giu;

/** Commitments that could be taken for one another. */
export function isRival(a: Commitment, b: Commitment): boolean {
  return (
    a !== b && a.kind === b.kind && isTime(a) === isTime(b) && (isPromise(a) ? a.value === b.value : true)
  );
}

/** The part of a sentence that tells of one commitment: up to where the one before or behind it begins. */
export function segmentOf(
  sentence: string,
  all: readonly Commitment[],
  one: Commitment,
): { from: number; to: number } {
  const rivals = all.filter((other) => isRival(one, other));
  const first = [one, ...rivals].toSorted((a, b) => a.from - b.from)[0] ?? one;
  const wordsFirst = /\p{L}{3,}/u.test(
    sentence.slice(0, first.from).replace(/^\s*(?:the|our|from|only|just)\b/iu, ""),
  );
  const before = rivals.filter(({ to }) => to <= one.from).at(-1);
  const behind = rivals.find(({ from }) => from >= one.to);
  return {
    from: before ? border(sentence, before.to, one.from, wordsFirst) : 0,
    to: behind ? border(sentence, one.to, behind.from, wordsFirst) : sentence.length,
  };
}

function border(sentence: string, from: number, to: number, wordsFirst: boolean): number {
  const marks = [...sentence.slice(from, to).matchAll(separator)];
  const mark = wordsFirst ? marks[0] : marks.at(-1);
  return mark ? from + mark.index : wordsFirst ? from : to;
}

function isTime({ value }: Commitment): boolean {
  return value.startsWith("t:") || value.startsWith("clock");
}

function isPromise({ kind }: Commitment): boolean {
  return kind === "legal" || kind === "refund" || kind === "availability";
}
