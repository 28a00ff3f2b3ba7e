import type { Candidate } from "./personal-data.ts";
import { commonDomain } from "./top-level-domains.ts";

const sign = String.raw`(?:\s{0,2}[([{<]\s?(?:at|ät|@|a|arroba|arobase)\s?[)\]}>]\s{0,2}|\s{1,2}(?:at[ -]sign|at|ät|@|arroba|arobase|chiocciola|apenstaartje|klammeraffe)\s{1,2}|\s?_at_\s?|-at-|\s@|@\s)`;
const dot = String.raw`(?:\s{0,2}[([{<]\s?(?:dot|punkt|point|punto|ponto|\.)\s?[)\]}>]\s{0,2}|\s{1,2}(?:dot|punkt|point|punto|ponto|punt|\.)\s{1,2}|\s?_dot_\s?|-dot-|\.|\s\.|\.\s(?=\p{Ll}))`;
const joint = String.raw`(?:${dot}|\s{1,2}(?:underscore|dash|hyphen|minus|plus|unterstrich|bindestrich|tiret|guion|gui[oó]n)\s{1,2}|\s?[-_+]\s?)`;
const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,40}[\p{L}\p{N}])?`;

const signs = new RegExp(sign, "giu");
const localEnd = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:[\p{L}\p{N}][ -]){2,30}[\p{L}\p{N}]|[\p{L}\p{N}]{1,40}(?:${joint}[\p{L}\p{N}]{1,40}){0,4})$`,
  "iu",
);
const domainStart = new RegExp(`^${label}(?:${joint}${label}){1,6}`, "iu");
const dots = new RegExp(dot, "giu");
const joints = new RegExp(joint, "giu");

/** Addresses written or spoken around the @: "ada at example dot com", "ada [at] example.com", "a d a at example point fr". */
export function findWrittenOutEmails(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(signs)) {
    const [at, after] = [match.index, match.index + match[0].length];
    const local = localEnd.exec(text.slice(Math.max(0, at - 90), at))?.[0];
    const domain = domainStart.exec(text.slice(after, after + 120));
    if (!local || !domain) continue;
    const kept = withinDomain(domain[0]);
    if (
      !kept ||
      !tellsAddress({
        local,
        sign: match[0],
        domain: kept,
        before: text.slice(Math.max(0, at - local.length - 24), at - local.length),
      })
    )
      continue;
    const last = found.at(-1);
    const from = Math.max(at - local.length, last?.to ?? 0);
    found.push({ from, to: after + kept.length, certainty: 0.85 });
  }
  return found;
}

/** The longest beginning of "example dot com and" that ends as domains do. */
function withinDomain(text: string): string | undefined {
  const ends = [...text.matchAll(joints)].map(({ index }) => index);
  for (const end of [...ends.slice(1), text.length].toReversed()) {
    const part = text.slice(0, end);
    if (commonDomain(part.replaceAll(dots, ".").replaceAll(joints, (found) => (found === "." ? "." : "-"))))
      return part;
  }
  return undefined;
}

interface WrittenOut {
  local: string;
  sign: string;
  domain: string;
  /** What stands before the local part. */
  before: string;
}

/** "Look at example.com" names a site: a bare "at" before a plain domain needs more to be an address. */
function tellsAddress({ local, sign, domain, before }: WrittenOut): boolean {
  if (!/^\s+(?:at|a)\s+$/i.test(sign)) return true;
  if (/^(?:look|us|me|meet|arrived?|is|was)$/i.test(local)) return false;
  return (
    /\s/.test(domain) || /[\s\d._+-]/.test(local.trim()) || mailWord.test(before) || mailHost.test(domain)
  );
}

const mailWord = /(?:mail|write to|address|adresse|contact|correo)(?: is|:|,)? *$/i;
const mailHost =
  /^(?:gmail|googlemail|outlook|hotmail|yahoo|icloud|proton(?:mail)?|gmx|web|aol|live|me|msn|mail|posteo|orange|free|wanadoo|libero|t-online)\./i;
