import { findAccounts } from "./accounts.ts";
import { findBirthDates } from "./birth-dates.ts";
import { findCards } from "./cards.ts";
import { findEmails } from "./emails.ts";
import { findIbans } from "./ibans.ts";
import { findIpAddresses } from "./ip-addresses.ts";
import { findKnownNames } from "./known-names.ts";
import { findNationalIds } from "./national-ids.ts";
import type { Candidate, PersonalDataKind, PersonalDatum } from "./personal-data.ts";
import { findPhones } from "./phones.ts";
import { plainForm } from "./plain-form.ts";
import { findSpokenNumbers } from "./spoken-numbers.ts";
import { findStreetAddresses } from "./street-addresses.ts";
import { findUrls } from "./urls.ts";
import { findWrittenOutEmails } from "./written-out-emails.ts";

/** What is looked for. */
export interface PersonalDataOptions {
  /** Names of people who may be spoken of: the contact's, colleagues'. Without them no name is found. */
  known?: readonly string[];
  /** Kinds that are not looked for. What stands within them, such as an e-mail address within a link, still is. */
  except?: readonly PersonalDataKind[];
}

type Finder = (text: string, options: PersonalDataOptions) => Candidate[];

/** The surest forms first: what one has taken, no later one sees. */
const finders: readonly { kind: PersonalDataKind; find: Finder; needsDigit?: true }[] = [
  { kind: "email", find: findEmails },
  { kind: "email", find: findWrittenOutEmails },
  { kind: "url", find: findUrls },
  { kind: "iban", find: findIbans, needsDigit: true },
  { kind: "ip", find: findIpAddresses, needsDigit: true },
  { kind: "card", find: findCards, needsDigit: true },
  { kind: "ssn", find: findNationalIds, needsDigit: true },
  { kind: "date_of_birth", find: findBirthDates, needsDigit: true },
  { kind: "account", find: findAccounts, needsDigit: true },
  ...(["card", "ssn", "account", "phone"] as const).map((kind) => ({
    kind,
    find: (text: string) => findSpokenNumbers(text, kind),
  })),
  { kind: "phone", find: findPhones, needsDigit: true },
  { kind: "address", find: findStreetAddresses, needsDigit: true },
  { kind: "name", find: (text, { known = [] }) => findKnownNames(text, known) },
];

/** Stands where something was found: neither letter, digit nor blank. */
const taken = "\ufffc";

/**
 * Personal data in a text, in its order and without overlaps. Rules, no model: recall comes before precision, so that
 * what is doubtful is found, with a lower certainty. The work grows with the length of the text, whatever stands in it.
 */
export function findPersonalData(text: string, options: PersonalDataOptions = {}): PersonalDatum[] {
  const plain = plainForm(text);
  const found: PersonalDatum[] = [];
  let rest = plain.text;
  const hasDigit = /\d/.test(rest);
  for (const { kind, find, needsDigit } of finders) {
    if (options.except?.includes(kind) || (needsDigit && !hasDigit)) continue;
    const candidates = apart(find(rest, options));
    if (candidates.length === 0) continue;
    for (const { from, to, certainty } of candidates) {
      const [start, end] = [plain.origins[from] ?? 0, plain.origins[to] ?? text.length];
      found.push({ kind, from: start, to: end, text: text.slice(start, end), certainty });
    }
    rest = without(rest, candidates);
  }
  return found.toSorted((a, b) => a.from - b.from);
}

/** In order; of two that overlap, both as one with the greater certainty. */
function apart(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1);
    if (!last || candidate.from >= last.to) kept.push({ ...candidate });
    else {
      last.to = Math.max(last.to, candidate.to);
      last.certainty = Math.max(last.certainty, candidate.certainty);
    }
  }
  return kept;
}

function without(text: string, candidates: readonly Candidate[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to } of candidates) {
    parts.push(text.slice(at, from), taken.repeat(to - from));
    at = to;
  }
  return parts.join("") + text.slice(at);
}
