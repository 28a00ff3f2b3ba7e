import { remainderBy97 } from "./check-digits.ts";
import type { Candidate } from "./personal-data.ts";

/** Lengths by country, from the IBAN registry (SWIFT, ISO 13616), and of the countries that use the form without being in it. */
const lengths = new Map(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28
  EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26
  IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28
  NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25
  SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30 AO25 BF28 BJ28 CF27 CG27 CI28 CM27 CV25 DZ26 GA27 GQ27
  GW25 IR26 KM27 MA28 MG27 ML28 MZ25 NE28 SN28 TD27 TG28`
    .split(/\s+/)
    .map((entry): [string, number] => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const starts =
  /(?:(?<![\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\d])|(?<=iban))([a-z]{2})[ ._-]?\d{2}(?=[ ._/\n-]{0,3}[a-z\d])/giu;

/** International bank account numbers, spaced or not; one whose check digits are wrong counts too, as a typing error. */
export function findIbans(text: string): Candidate[] {
  return [...text.matchAll(starts)].flatMap((match) => {
    const country = (match[1] ?? "").toUpperCase();
    const length = lengths.get(country);
    const to = length === undefined ? undefined : endOf({ text, from: match.index, length });
    if (to === undefined) return [];
    const written = text.slice(match.index, to);
    if (!isInGroups(written)) return [];
    const characters = written.replace(/[^a-z\d]/gi, "");
    const isValid = remainderBy97(characters.slice(4) + characters.slice(0, 4)) === 1;
    // "No 4735…" is a number of another kind, and words in a row are no account.
    const digits = characters.replace(/\D/g, "").length;
    const isTold =
      !/[ ._/\n-]{2}/.test(written) &&
      /^(?!NO)[A-Z]{2}/.test(match[0]) &&
      digits >= Math.max(8, characters.length / 2);
    if (!isValid && !isTold) return [];
    return [{ from: match.index, to, certainty: isValid ? 0.99 : 0.6 }];
  });
}

/** Where so many letters and digits end, with at most three separators between two; undefined if they do not or go on. */
function endOf({ text, from, length }: { text: string; from: number; length: number }): number | undefined {
  let [at, counted] = [from, 0];
  while (counted < length) {
    for (let gap = 0; gap < 3 && counted > 0 && /[ ._/\n-]/.test(text[at] ?? ""); gap++) at++;
    if (!/[a-z\d]/i.test(text[at] ?? "")) return undefined;
    at++;
    counted++;
  }
  return /[\p{L}\d]/u.test(text[at] ?? "") ? undefined : at;
}

/** Small letters or uneven groups alone would also fit words: then it is groups of four, or none. */
function isInGroups(written: string): boolean {
  const groups = written.split(/[ ._/\n-]+/);
  if (groups.length === 1 || !/[a-z]/.test(written)) return groups.length < 12;
  return groups.slice(0, -1).every(({ length }) => length === 4);
}
