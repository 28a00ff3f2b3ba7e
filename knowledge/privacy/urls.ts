import type { Candidate } from "./personal-data.ts";
import { commonDomain } from "./top-level-domains.ts";

const schemed = /(?<![\p{L}\d])(?:https?|ftp|sftp|ldap|sip|ssh|skype):(?:\/\/)?[^\s<>"\ufffc]{2,2000}/giu;
const bare =
  /(?<![\p{L}\p{N}@._/-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,5}\p{L}{2,20}(?![\p{L}\p{N}@-])(?::\d{2,5})?(?:\/[^\s<>"\ufffc]{0,2000})?/giu;

/** Addresses of pages, with a scheme or without one, when the name ends in a common top-level domain. */
export function findUrls(text: string): Candidate[] {
  const found = [...text.matchAll(schemed)].map((match) => toCandidate(match, 0.97));
  const places = [...text.matchAll(bare)].filter(
    ({ 0: whole, index }) =>
      isName(whole) && !found.some(({ from, to }) => index < to && index + whole.length > from),
  );
  return [...found, ...places.map((match) => toCandidate(match, 0.8))].toSorted((a, b) => a.from - b.from);
}

/** A capital behind the dot ("done.At") is the next sentence; "www." or a path needs no such caution. */
function isName(whole: string): boolean {
  const host = whole.split(/[/:]/)[0] ?? "";
  if (!commonDomain(host)) return false;
  const top = host.split(".").at(-1) ?? "";
  return /^www\./i.test(host) || host !== whole || (!/^\p{Lu}/u.test(top) && !isFramework(host));
}

function isFramework(host: string): boolean {
  return /^(?:asp|vb|ado|ml)\.net$/i.test(host);
}

function toCandidate({ 0: whole, index }: RegExpExecArray, certainty: number): Candidate {
  // What ends a sentence, or closes a bracket that stands before the address, is none of it.
  const kept = whole.replace(/[.,;:!?'’”»*_~]+$/, "");
  const inner = kept.includes("(") ? kept : kept.replace(/[)\]}]+[.,;:!?]*$/, "");
  return { from: index, to: index + inner.length, certainty };
}
