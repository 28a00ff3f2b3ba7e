/** Characters that change the direction of writing or spell words that nobody sees (Unicode tags): mail needs neither. */
const covert = /[\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u;
/** Invisible characters within a Latin word; emoji and scripts that need joiners are left alone. */
const withinWord = /[A-Za-z][\u200b-\u200d\u2060\ufeff\u00ad]+[A-Za-z]/g;
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u{e0000}-\u{e007f}]/gu;
/** Soft hyphens that a mail program put into a long word come alone. */
const fewest = 3;

/** Whether a text holds characters that people do not see and machines read. */
export function holdsHiddenCharacters(text: string): boolean {
  return covert.test(text) || (text.match(withinWord)?.length ?? 0) >= fewest;
}

/** A text without them, as a person reads it. */
export function withoutHiddenCharacters(text: string): string {
  return text.replace(invisible, "");
}
