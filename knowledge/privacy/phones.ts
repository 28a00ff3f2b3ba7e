import { type NumberRun, numberRuns } from "./number-runs.ts";
import type { Candidate } from "./personal-data.ts";
import { phoneCue } from "./phone-cues.ts";
import { phoneShape } from "./phone-shapes.ts";

const currency = String.raw`[€$£¥₹₽₩₺]|(?:eur|usd|chf|gbp|sek|nok|dkk|pln|czk|huf|cad|aud|jpy|cny|inr|brl|mxn|zar|sgd|hkd|rs|kr|euros?|dollars?|francs?|pounds?|zł|kč|ft|руб)(?!\p{L})`;
const priceBefore = new RegExp(String.raw`(?:${currency}|(?:rs|kr|fr)\.) ?$`, "iu");
const priceAfter = new RegExp(String.raw`^(?:[.,]-|:\d| ?(?:%|‰|°|m²|${currency}))`, "iu");
const unitAfter =
  /^ (?:k|m|bn|mio|mrd|million|users?|seats?|licen[cs]es?|units?|pieces?|pcs|stück|kg|g|t|km|cm|mm|ml|l|hours?|hrs|h|min|days?|weeks?|months?|years?|emails?|e-mails?|rows?|records?|contacts?|leads?|visitors?|visits|people|employees|mitarbeiter|customers?|kunden|sessions?|impressions?|clicks?|views?|tokens?|words?|pages?|products?|orders?|gb|mb|kb|tb|px|bytes?)(?!\p{L})/iu;
const extension =
  /^\s{0,2}[,;(]?\s?(?:x|ext(?:n|ension)?|durchwahl|dw|poste|anexo|ramal|interno|int|toestel|wew|доб|#)\.?:?\s?\d{1,6}(?!\d)\)?/iu;
const vanity =
  /(?<![\p{L}\d-])(?:\+?1[ .-])?\(?(?:8(?:00|33|44|55|66|77|88)|0800|0900|1300|1800)\)?[ .-]?(?:(?:[A-Z\d]{1,4}-)?[A-Z][A-Z\d]{3,9}(?:-[A-Z\d]{1,6})?)(?![\p{L}\d])/gu;

/**
 * Telephone and fax numbers with their extensions: by form, or by a word beside them. Dates, sums, counts, ranges, and
 * numbers that a word calls an order's, an invoice's and the like are none.
 */
export function findPhones(text: string): Candidate[] {
  const found = numberRuns(text).flatMap((run) => {
    const certainty = certaintyOf(text, run);
    if (certainty === 0) return [];
    const extra = extension.exec(text.slice(run.to, run.to + 24))?.[0].length ?? 0;
    return [{ from: run.from, to: run.to + extra, certainty }];
  });
  const lettered = [...text.matchAll(vanity)]
    .filter(({ 0: whole }) => whole.replace(/[^A-Z\d]/g, "").length >= 9)
    .map(({ 0: whole, index }) => ({ from: index, to: index + whole.length, certainty: 0.75 }))
    .filter(({ from, to }) => !found.some((other) => from < other.to && to > other.from));
  return [...found, ...lettered];
}

function certaintyOf(text: string, run: NumberRun): number {
  const digits = run.written.replace(/\D/g, "").length;
  if (digits < 3 || digits > 16) return 0;
  const before = text.slice(Math.max(0, run.from - 12), run.from);
  const after = text.slice(run.to, run.to + 16);
  const shape = phoneShape(run.written);
  if (shape < 0.75 && (priceAfter.test(after) || priceBefore.test(before))) return 0;
  if (/^\d{1,7}\.\d\d$/.test(run.written)) return 0;
  // Decimals, but not the next cell of a table.
  if (shape < 0.75 && /^[.,]\d{1,2}(?![\d.,])/.test(after)) return 0;
  if (isPartOfCode(before, after)) return 0;
  const cue = phoneCue(text, run);
  if (shape < 0.75 && cue !== "phone" && unitAfter.test(after)) return 0;
  if (cue === "other") return shape >= 0.9 && /^[(+]/.test(run.written) ? shape : 0;
  // "224 4966 Bond Street" is a house's number, and so on.
  if (cue === undefined)
    return shape <= 0.5 && /^ \p{Lu}\p{Ll}/u.test(text.slice(run.to, run.to + 3)) ? 0 : shape;
  if (/^(?:19|20)\d\d$|^(?:19|20)\d\d ?- ?(?:19|20)?\d\d$|^\d{1,2}[.-]\d{1,2}$/.test(run.written)) return 0;
  const enough = cue === "phone" ? 5 : 6;
  const isExtension = digits >= 3 && /(?:ext[.:]|extension|durchwahl|dw[.:]|ramal)[\s.:#]*$/i.test(before);
  return digits >= enough || isExtension ? Math.max(shape, cue === "phone" ? 0.9 : 0.7) : shape;
}

/** Whether letters or signs tie the digits to a code, an address of a page or a longer number. */
function isPartOfCode(before: string, after: string): boolean {
  if (/(?:(?:tel|phone|fax|mob(?:ile)?|cell|whatsapp)[.:=]?|(?<!\p{L})[tmpf][.:]|\d{5}\/)$/iu.test(before))
    return false;
  if (
    /[[\p{L}\d]--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}]][\-_\/.]?$|[#@\\\&^]$|\d[.:]$/v.test(
      before,
    )
  )
    return true;
  return (/^(?:\p{L}|_[\p{L}\d])/u.test(after) && !extension.test(after)) || /^[-/_]\p{L}{1,}\d/u.test(after);
}
