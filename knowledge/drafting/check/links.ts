import { findUrls } from "../../privacy/urls.ts";
import type { Evidence } from "./evidence.ts";

/** Writings of links that mail programs or readers would open as well. */
const others =
  /(?:\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"')\]]+|\b(?:mailto|javascript|data|tel|sms|file):[^\s<>"']+|\[[^\]\n]{0,200}\]\([^)\n]*\)|<a\s[^>]*>|\bhxxps?:[^\s]+|\bwww\.[^\s<>"')\]]+|[\p{L}\p{N}-]{2,}\s?(?:\[\.\]|\(\.\)|\[dot\]|\(dot\)|\s+dot\s+)\s?[\p{L}]{2,}|(?<![\p{L}\p{N}.@/-])(?:[\p{L}\p{N}-]+\.)+[\p{L}]{2,24}\/[^\s]*)/giu;

/** The links of a text that lead neither to an allowed domain nor stand in a binding source just so. */
export function foreignLinks(
  text: string,
  allowed: readonly string[],
  evidence: readonly Evidence[],
): string[] {
  return linksOf(text).filter((link) => !isAllowed(link, allowed) && !standsIn(link, evidence));
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
  return allowed.some((domain) => {
    const host = URL.canParse(`https://${domain}`) ? new URL(`https://${domain}`).hostname : domain;
    return hostname === host || hostname.endsWith(`.${host}`);
  });
}

/** As a whole, not as the beginning of a longer one. */
function standsIn(link: string, evidence: readonly Evidence[]): boolean {
  return evidence.some(({ binds, text }) => binds && linksOf(text).includes(link));
}
