import { findPersonalData } from "../../privacy/find-personal-data.ts";
import type { PersonalDataKind } from "../../privacy/personal-data.ts";
import type { ThreadToAnswer } from "../thread.ts";
import type { Evidence } from "./evidence.ts";
import { isPeoplesWord, isWholeField, ownDomains } from "./lenders.ts";
import { isBelow } from "./links.ts";

/** What redaction leaves where somebody's data stood. */
const hole = /\[(?:email|link|iban|ip|card|id number|date of birth|account|phone|address|name)\]/i;

type Thread = Pick<ThreadToAnswer, "recipients"> & Partial<Pick<ThreadToAnswer, "settings">>;
type Detail = ReturnType<typeof findPersonalData>[number];

/**
 * Kinds of personal data in a sentence that stand neither in what the team wrote to this contact, nor in a confirmed fact, nor as a field
 * of the contact's record, nor among the thread's addresses; an article lends telephone and account numbers, and addresses of the team's own
 * or an allowed domain. "hole" for what redaction left of somebody else's.
 */
export function foreignDetails(
  sentence: string,
  thread: Thread,
  evidence: readonly Evidence[],
): (PersonalDataKind | "hole")[] {
  const { from, to, cc } = thread.recipients;
  const addresses = [from ?? "", ...to, ...cc].filter(Boolean).map(plain);
  const found = findPersonalData(sentence, { except: ["url", "name"] }).filter(
    ({ text }) => !addresses.includes(plain(text)),
  );
  const lent = found.length === 0 ? [] : evidence.filter(({ binds }) => binds).map(detailsOf);
  const domains = [...ownDomains(thread), ...(thread.settings?.workspace.allowed_link_domains ?? [])];
  const foreign = found.filter((one) => !lent.some((source) => lends(source, one, domains)));
  return [
    ...new Set([...foreign.map(({ kind }) => kind), ...(hole.test(sentence) ? (["hole"] as const) : [])]),
  ];
}

interface Lender {
  source: Evidence;
  details: readonly string[];
}

function detailsOf(source: Evidence): Lender {
  const found = findPersonalData(source.text, { except: ["url", "name"] });
  return { source, details: found.map(({ text }) => plain(text)) };
}

function lends({ source, details }: Lender, { kind, text }: Detail, domains: readonly string[]): boolean {
  if (source.isRecord && !isPeoplesWord(source)) return isWholeField(source, text);
  if (!details.includes(plain(text))) return false;
  return (
    isPeoplesWord(source) || kind !== "email" || isBelow(text.split("@").at(-1)?.toLowerCase() ?? "", domains)
  );
}

/** Letters and digits in small letters, with what an address needs. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.]+/gu, "")
    .replace(/(?<=\d)\.|\.$/g, "");
}
