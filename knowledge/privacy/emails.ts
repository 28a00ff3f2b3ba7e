import type { Candidate } from "./personal-data.ts";

const localEnd = /(?:[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}|"[^"\n]{1,62}")$/u;
const domainStart =
  /^(?:\[[\da-fA-F:.]{3,45}\]|[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_-]{0,61}[\p{L}\p{M}\p{N}])?(?:\.[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?){0,8})/u;

/** E-mail addresses with an @, letters of any script; a domain without a dot is taken for one that is known within a firm. */
export function findEmails(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    // Windows: a text of @s or of one endless word costs no more than another.
    const local = localEnd.exec(text.slice(Math.max(0, at - 64), at))?.[0].replace(/^[.'*/=|`{}?&-]+/, "");
    const domain = domainStart.exec(text.slice(at + 1, at + 255))?.[0];
    if (!local || !domain) continue;
    const dotted = /\.\p{L}[\p{L}\p{N}-]+$|^\[|\.xn--|^\d+(?:\.\d+){3}$/u.test(domain);
    if (!dotted && (domain.length < 3 || !/^\p{L}/u.test(domain))) continue;
    // A key before it, as in "to=ada@example.com", is none of it.
    const start = Math.max(local.lastIndexOf("="), local.lastIndexOf("|"), local.lastIndexOf("?")) + 1;
    const from = at - local.length + start;
    const last = found.at(-1);
    if (last && from < last.to) last.to = at + 1 + domain.length;
    else found.push({ from, to: at + 1 + domain.length, certainty: dotted ? 0.99 : 0.6 });
  }
  return found.filter(({ from, to }) => to - from > 3);
}
