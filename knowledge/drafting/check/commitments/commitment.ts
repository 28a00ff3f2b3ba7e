import type { CommitmentKind } from "#core/domain/draft.ts";

/** Something in a sentence that binds whoever sends it. */
export interface Commitment {
  kind: CommitmentKind;
  /** The same for whatever says the same: "49$", "20%", "05-03", "t:600", "14d", "40", "refund". */
  value: string;
  /** The value as an article without a date would have it ("weekday 1"), where that is another. */
  timeless?: string;
  /** Index of its first character. */
  from: number;
  /** Index behind its last one. */
  to: number;
}

/** Finds commitments of one kind in a sentence; `now` is the day that "tomorrow" counts from. */
export type CommitmentFinder = (sentence: string, now: Date | null) => Commitment[];

/** Of what overlaps the earlier in the list is kept; in the order of the text. */
export function apart(found: readonly Commitment[]): Commitment[] {
  const kept: Commitment[] = [];
  for (const one of found) if (!kept.some(({ from, to }) => one.from < to && one.to > from)) kept.push(one);
  return kept.toSorted((a, b) => a.from - b.from);
}

/** Two values that a text joins to a span, such as "two to three weeks", become one; `and` joins only behind "between". */
export function joinRanges(text: string, found: readonly Commitment[]): Commitment[] {
  const joined: Commitment[] = [];
  for (const one of found) {
    const last = joined.at(-1);
    const gap = last ? text.slice(last.to, one.from) : "";
    const isSpan =
      last?.kind === one.kind &&
      (/^\s*(?:-|–|—|to|bis|à|a|hasta)\s*$/iu.test(gap) ||
        (/^\s*(?:and|und|et|y)\s*$/iu.test(gap) &&
          /\b(?:between|zwischen|entre)\s*$/iu.test(text.slice(0, last.from))));
    if (last && isSpan) Object.assign(last, { value: `${last.value}..${one.value}`, to: one.to });
    else joined.push({ ...one });
  }
  return joined;
}
