const emailAddress = /[^\s@＠﹫<>()[\]"',;:]+[@＠﹫][^\s@＠﹫<>()[\]"',;:]+/gu;

/** Digits with at most three blanks, brackets, dots, dashes or slashes between two of them. */
const digitRun = /\+?(?<!\p{Nd})\(?\p{Nd}(?:[\s()./–-]{0,3}\p{Nd})+/gu;
const date = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?:\s+\d{1,2})?$/;

/**
 * Puts [email] and [phone] for every e-mail address and for whatever looks like a phone number: seven digits or more,
 * or five behind a +, that are no date. Long plain numbers go too; names, and addresses written out in words, stay.
 */
export function redactContactDetails(text: string): string {
  return text
    .replace(emailAddress, "[email]")
    .replace(digitRun, (run) => (isPhoneNumber(run) ? "[phone]" : run));
}

/** Every e-mail address and phone-like number of a text, as it stands there. */
export function findContactDetails(text: string): string[] {
  return [...(text.match(emailAddress) ?? []), ...(text.match(digitRun) ?? []).filter(isPhoneNumber)];
}

/** Whether a text has an e-mail address or a phone-like number in it. */
export function holdsContactDetails(text: string): boolean {
  return findContactDetails(text).length > 0;
}

function isPhoneNumber(run: string): boolean {
  const digits = run.match(/\p{Nd}/gu)?.length ?? 0;
  return digits >= (run.startsWith("+") ? 5 : 7) && !date.test(run);
}
