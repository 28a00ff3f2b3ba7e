/** What kinds of personal data are looked for. `ssn` is any national or official personal number. */
export const personalDataKinds = [
  "email",
  "url",
  "iban",
  "ip",
  "card",
  "ssn",
  "date_of_birth",
  "account",
  "phone",
  "address",
  "name",
] as const;

export type PersonalDataKind = (typeof personalDataKinds)[number];

/** A stretch of a text. */
export interface Stretch {
  /** Index of its first UTF-16 unit. */
  from: number;
  /** Index behind its last unit. */
  to: number;
}

/** A stretch that a finder holds to be personal data. */
export interface Candidate extends Stretch {
  /** 0–1, a rule's own estimate: .9 and more has a check sum or an unmistakable form, .5 is a guess in favour of hiding. */
  certainty: number;
}

/** Personal data in a text. */
export interface PersonalDatum extends Candidate {
  kind: PersonalDataKind;
  /** As it stands in the text. */
  text: string;
}
