import { findPersonalData, type PersonalDataOptions } from "./find-personal-data.ts";
import type { PersonalDataKind, PersonalDatum } from "./personal-data.ts";

const placeholders: Readonly<Record<PersonalDataKind, string>> = {
  email: "[email]",
  url: "[link]",
  iban: "[iban]",
  ip: "[ip]",
  card: "[card]",
  ssn: "[id number]",
  date_of_birth: "[date of birth]",
  account: "[account]",
  phone: "[phone]",
  address: "[address]",
  name: "[name]",
};

/** A text without the personal data that was found in it, and what that was. */
export interface Redacted {
  text: string;
  found: PersonalDatum[];
}

/** Puts a placeholder such as [email] wherever personal data is found. */
export function redact(text: string, options: PersonalDataOptions = {}): Redacted {
  const found = findPersonalData(text, options);
  const parts: string[] = [];
  let at = 0;
  for (const { kind, from, to } of found) {
    parts.push(text.slice(at, from), placeholders[kind]);
    at = to;
  }
  return { text: parts.join("") + text.slice(at), found };
}
