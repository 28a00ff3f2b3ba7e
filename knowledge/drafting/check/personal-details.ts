import { findPersonalData } from "../../privacy/find-personal-data.ts";
import type { PersonalDataKind } from "../../privacy/personal-data.ts";
import type { ThreadToAnswer } from "../thread.ts";
import type { Evidence } from "./evidence.ts";

/** What redaction leaves where somebody's data stood. */
const hole = /\[(?:email|link|iban|ip|card|id number|date of birth|account|phone|address|name)\]/i;

/**
 * Kinds of personal data in a sentence that stand neither in a binding source, nor in the contact's record, nor among the thread's
 * addresses; "hole" for what redaction left of somebody else's.
 */
export function foreignDetails(
  sentence: string,
  { recipients }: Pick<ThreadToAnswer, "recipients">,
  evidence: readonly Evidence[],
): (PersonalDataKind | "hole")[] {
  const addresses = [recipients.from ?? "", ...recipients.to, ...recipients.cc].filter(Boolean).map(plain);
  const found = findPersonalData(sentence, { except: ["url", "name"] });
  const known = found.length === 0 ? addresses : [...addresses, ...detailsOf(evidence)];
  const foreign = found.filter(({ text }) => !known.includes(plain(text)));
  return [
    ...new Set([...foreign.map(({ kind }) => kind), ...(hole.test(sentence) ? (["hole"] as const) : [])]),
  ];
}

function detailsOf(evidence: readonly Evidence[]): string[] {
  return evidence
    .filter(({ binds }) => binds)
    .flatMap(({ text }) => findPersonalData(text, { except: ["url", "name"] }))
    .map(({ text }) => plain(text));
}

/** Letters and digits in small letters, with what an address needs. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.]+/gu, "")
    .replace(/(?<=\d)\.|\.$/g, "");
}
