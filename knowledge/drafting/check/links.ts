import { findUrls } from "../../privacy/urls.ts";
import type { Evidence } from "./evidence.ts";
import { isPeoplesWord, isWholeField } from "./lenders.ts";

/** Writings of links that mail programs or readers would open as well, and markup that loads or runs something. */
const others =
  /(?:\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"')\]]+|\b(?:mailto|javascript|data|tel|sms|file):[^\s<>"']+|\[[^\]\n]{0,200}\]\([^)\n]*\)|<\/?(?:a|img|script|style|iframe|object|embed|form|input|link|meta|base|svg|video|audio|div|span)\b[^>]*>?|\bhxxps?:[^\s]+|\bwww\.[^\s<>"')\]]+|[\p{L}\p{N}-]{2,}\s?(?:\[\.\]|\(\.\)|\[dot\]|\(dot\)|\s+dot\s+)\s?[\p{L}]{2,}|(?<![\p{L}\p{N}.@/-])(?:[\p{L}\p{N}-]+\.)+[\p{L}]{2,24}\/[^\s]*)/giu;

interface MayLink {
  /** Domains that any link may lead to. */
  allowed: readonly string[];
  /** The team's own domains, which links of articles may lead to. */
  own?: readonly string[];
  evidence: readonly Evidence[];
}

/**
 * The links of a text that lead to no allowed domain and that no person of the team has given: in a message to this contact, or in a fact
 * that was confirmed. An article lends only those to the team's own domain, for whoever gets a text into the knowledge base would choose
 * where customers are led.
 */
export function foreignLinks(text: string, { allowed, own = [], evidence }: MayLink): string[] {
  const isOwn = (link: string) =>
    isAllowed(link, own) && evidence.some((one) => one.binds && linksOf(one.text).includes(link));
  return linksOf(text).filter(
    (link) => !isAllowed(link, allowed) && !isOwn(link) && !standsIn(link, evidence),
  );
}

function linksOf(text: string): string[] {
  const found = [
    ...findUrls(text).map(({ from, to }) => text.slice(from, to)),
    ...(text.match(others) ?? []),
  ];
  return [...new Set(found.map((link) => link.replace(/[.,;:!?'’”]+$/, "")))];
}

/** Only web addresses whose host is an allowed domain or below it. */
function isAllowed(link: string, allowed: readonly string[]): boolean {
  const written = /^[a-z][a-z0-9+.-]*:/i.test(link) ? link : `https://${link}`;
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) return false;
  const { hostname, username, password } = new URL(written);
  if (username || password) return false;
  return isBelow(hostname, allowed);
}

/** Whether a host is one of the domains or below one of them. */
export function isBelow(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => {
    const plain = URL.canParse(`https://${domain}`) ? new URL(`https://${domain}`).hostname : domain;
    return host === plain || host.endsWith(`.${plain}`);
  });
}

/** As a whole, not as the beginning of a longer one. */
function standsIn(link: string, evidence: readonly Evidence[]): boolean {
  return evidence.some(
    (one) => (isPeoplesWord(one) && linksOf(one.text).includes(link)) || isWholeField(one, link),
  );
}
