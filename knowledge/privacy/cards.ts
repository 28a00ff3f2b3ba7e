import { passesLuhn } from "./check-digits.ts";
import { binds, cueReader } from "./cues.ts";
import type { Candidate } from "./personal-data.ts";

const runs =
  /(?:(?<![\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\d.+-])|(?<=(?<!\p{L})(?:cc|card|visa)))\d(?:[ ._/\n-]{0,3}\d){11,}(?!\d)/gu;
const grouped =
  /^\d{4}([ ._/\n-]{1,3})\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?$|^\d{4}([ ._/\n-]{1,3})\d{6}\2\d{4,5}$|^\d{4} \d{4}\n\d{4} \d{4}$/;
const groupings =
  /(?<!\d)(?:\d{4}([ ._/\n-]{1,3})\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{4}([ ._/\n-]{1,3})\d{6}\2\d{4,5}|\d{12,19})(?!\d)/g;
const lastGroup = /(?<=(?:\d{4}[ ._/\n-]{1,3}){3}\d{4})[ ._/\n-]{1,3}\d{1,3}$/;
/** Beginnings of issuers' numbers and how long those are: Amex, Diners, JCB, Visa, Mastercard, Discover, Maestro, Mir, UnionPay. */
const issued =
  /^(?:3[47]\d{13}|3(?:0[0-5]|095|[689]\d)\d{11,16}|35\d{14,17}|(?:2131|1800)\d{11}|4\d{12}(?:\d{3}|\d{6})?|5[1-5]\d{14}|2(?:2[2-9]|[3-6]\d|7[01]|720)\d{12,13}|2[2-7]\d{14}|6(?:011|22\d|4[4-9]\d|5\d\d)\d{12,15}|(?:50|5[6-9]|6\d)\d{10,17}|62\d{14,17}|220[0-4]\d{12,15})$/;

const nearest = cueReader([
  {
    means: "card",
    words: String.raw`(?:credit|debit|kredit|bank|visa)?[ -]?cards?|cc|cartes?(?: bancaire| bleue| de crédit)?|(?:kredit)?karten?(?:nummer|nr)?|tarjetas?|carta(?: di credito)?|cartões|cartão|kaart(?:nummer)?|kreditkort|kort(?:nummer)?|karta|karty|visa|master ?card|maestro|amex|american express|discover|diners|jcb|pan|карт[аы]`,
  },
  {
    means: "other",
    words: String.raw`tracking|imei|iccid|isbn|ean|gtin|upc|barcode|serial|order|invoice|phone|tel|mobile|fax`,
  },
]);

/**
 * Numbers of payment cards: 12–19 digits, plain or with one blank, dot or hyphen between, that pass Luhn's check and begin
 * as an issuer's do or follow the word card. Four groups of four count without the check too: a typing error hides nothing.
 */
export function findCards(text: string): Candidate[] {
  return [...text.matchAll(runs)].flatMap(({ 0: run, index }) => {
    const named = nearest(text, { from: index, to: index });
    const cue = named && binds(named.gap) ? named.means : undefined;
    const weigh = (from: number, written: string) => ({
      from: index + from,
      to: index + from + written.length,
      certainty: certaintyOf({ written, isGrouped: grouped.test(written), cue }),
    });
    // A part of a longer run must be sure: other numbers may stand right beside a card's.
    const parts = [...run.matchAll(groupings)]
      .map(({ 0: written, index: from }) =>
        surer(weigh(from, written), weigh(from, written.replace(lastGroup, ""))),
      )
      .filter(({ certainty }) => certainty >= 0.9);
    const whole = run.length < 60 && run.replace(/\D/g, "").length <= 19 ? weigh(0, run) : undefined;
    if (!whole || whole.certainty === 0 || (cue === "other" && whole.certainty < 0.9)) return parts;
    return parts.some(({ certainty }) => certainty > whole.certainty) ? parts : [whole];
  });
}

function surer(one: Candidate, other: Candidate): Candidate {
  return other.certainty > one.certainty ? other : one;
}

function certaintyOf(number: {
  written: string;
  isGrouped: boolean;
  cue: "card" | "other" | undefined;
}): number {
  const { written, isGrouped, cue } = number;
  const digits = written.replace(/\D/g, "");
  if (/^(\d)\1+$/.test(digits)) return cue === "card" || isGrouped ? 0.5 : 0;
  const checked = passesLuhn(digits);
  if (checked && cue === "card") return 0.98;
  if (isGrouped && checked && issued.test(digits)) return 0.97;
  // Small or mixed groups are rather two telephone numbers that pass the check by chance.
  const isEven = /^\d{4,}(?:([ ._/\n-]{1,3})\d{4,}(?:\1\d{4,})*(?:\1\d{1,3})?)?$/.test(written);
  if (isEven && checked && issued.test(digits) && digits.length > 12) return 0.9;
  if (isGrouped) return cue === "card" ? 0.8 : 0.55;
  if (cue === "card") return digits.length > 14 ? 0.7 : 0.5;
  return 0;
}
