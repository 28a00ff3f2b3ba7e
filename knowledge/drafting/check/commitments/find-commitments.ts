import type { CommitmentKind } from "#core/domain/draft.ts";
import { apart, type Commitment, joinRanges } from "./commitment.ts";
import { findDates } from "./dates.ts";
import { findDiscounts } from "./discounts.ts";
import { findDurations } from "./durations.ts";
import { findPrices } from "./prices.ts";
import { findPromises } from "./promises.ts";
import { findQuantities } from "./quantities.ts";

/** A placeholder for the person who approves, such as "[confirm: price]". */
export const placeholder = (kind: CommitmentKind) => `[confirm: ${kind}]`;
export const placeholderPattern =
  /\[confirm: ?(price|discount|date|deadline|quantity|availability|legal|refund)\]/gi;

/**
 * What a sentence commits its sender to, in order and without overlaps; placeholders hold nothing. Works by form and words, in
 * English and, for the usual ones, German, French and Spanish, and rather takes too much for a promise than too little.
 * @param now the day that "tomorrow" and weekdays count from; null for texts that have none, such as articles
 */
export function findCommitments(sentence: string, now: Date | null): Commitment[] {
  const text = plain(sentence);
  const found = read(text, now);
  if (now === null) return found;
  const timeless = read(text, null);
  return found.map((one, at) => {
    const value = timeless[at]?.value;
    return value === undefined || value === one.value ? one : { ...one, timeless: value };
  });
}

function read(text: string, now: Date | null): Commitment[] {
  const values = [
    ...findPrices(text),
    ...findDiscounts(text),
    ...findDates(text, now),
    ...findDurations(text),
    ...findQuantities(text),
  ];
  return joinRanges(text, apart([...values, ...findPromises(text)]));
}

/** The same length as before: compatibility forms of one character, other blanks and apostrophes, and placeholders out of the way. */
function plain(sentence: string): string {
  return sentence
    .replace(/[\s\u00a0\u202f\u2007]/gu, " ")
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[\uff01-\uff5e\ufe6a\u{1d7ce}-\u{1d7ff}]/gu, (sign) => {
      const narrow = sign.normalize("NFKC");
      return narrow.length === sign.length ? narrow : sign;
    })
    .replace(placeholderPattern, (found) => "_".repeat(found.length));
}
