/**
 * How much the mere form of a number speaks for a telephone number, 0–1, without a word beside it. Forms are those that
 * national numbering plans and the ITU's E.123 recommend for print.
 * @param written Digits with the signs between them, "+" and brackets included.
 */
export function phoneShape(written: string): number {
  const digits = written.replace(/\D/g, "");
  const groups = written.match(/\d+/g) ?? [];
  const lengths = groups.map(({ length }) => length).join("-");
  const n = digits.length;
  if (n > 16 || /^(\d)\1+$/.test(digits)) return 0;
  if (/^\(?\+/.test(written)) return n >= 7 ? 0.97 : 0;
  if (groups.length === 1) return plainShape(digits);
  if (isThousands(written) || groups.every(isYear) || isRange(groups) || isHours(written)) return 0;
  if (/^\(?00\)?[ .-]?[1-9]/.test(written) && n >= 9) return 0.93;
  if (/^(?:1-|001-)?3-3-4$|^(?:1-)?3-7$/.test(lengths)) return nanp(written, lengths);
  if (/^\d+\.\d+(?:[ -]+\d+\.\d+)+$/.test(written)) return 0;
  if (/^\(?0/.test(written))
    return n >= 7 && n <= 12 && ((groups[0] ?? "").length > 1 || /^\(?0\)? ?[(\d]/.test(written)) ? 0.85 : 0;
  if (/^\(\d{2,5}\)/.test(written)) return n >= 6 && n <= 12 && !isYear(groups[0] ?? "") ? 0.75 : 0;
  if (/\(0\)/.test(written)) return n >= 9 ? 0.8 : 0;
  if (isYear(groups[0] ?? "") || (groups.length === 2 && isYear(groups[1] ?? ""))) return 0;
  if (/^978|^979/.test(digits) && n === 13) return 0;
  return groupedShape({ lengths, n, groups, written });
}

function nanp(written: string, lengths: string): number {
  if (lengths.endsWith("3-7")) return /\(/.test(written) ? 0.85 : 0.6;
  return /[-().]/.test(written) ? 0.9 : 0.8;
}

function plainShape(digits: string): number {
  if (/^00[1-9]\d{8,12}$/.test(digits)) return 0.8;
  if (/^0[1-9]\d{8,9}$/.test(digits)) return 0.7;
  if (/^1?[2-9]\d\d[2-9]\d{6}$/.test(digits)) return 0.6;
  // Mobile numbers of China and India, and international ones as messengers write them, without the +.
  if (/^1[3-9]\d{9}$|^[6-9]\d{9}$/.test(digits)) return 0.5;
  return /^(?:447|491[567]|33[67]|34[67]|393|316|91[6-9]|551|417|436|467|457|3519)\d{8,9}$/.test(digits)
    ? 0.5
    : 0;
}

interface Grouped {
  lengths: string;
  n: number;
  groups: readonly string[];
  written: string;
}

function groupedShape({ lengths, n, groups, written }: Grouped): number {
  if (lengths === "3-4") return /^\d+-/.test(written) ? 0.7 : 0.5;
  if (
    lengths === "4-4" ||
    lengths === "2-2-2-2" ||
    lengths === "5-5" ||
    lengths === "4-6" ||
    lengths === "5-6"
  )
    return 0.6;
  if (lengths === "3-3-3") return written.includes(".") ? 0 : 0.6;
  // Decimals beside each other, and versions.
  if (written.includes(".") && (/[ -]/.test(written) || groups.some(({ length }) => length < 2))) return 0;
  const [first = "", ...rest] = groups;
  if (n < 8 || n > 13 || rest.some(({ length }) => length < 2 || length > 8) || first.length > 5) return 0;
  if (groups.length === 2)
    return n >= 9 && n <= 11 && first.length > 1 && (rest[0] ?? "").length >= 5 ? 0.5 : 0;
  return groups.length <= 6 && new Set(written.match(/[ ./-]+/g)).size <= 2 ? 0.6 : 0;
}

/** 12.345.678, 1 250 000: a sum. Three full groups of three with blanks are rather a telephone number. */
function isThousands(written: string): boolean {
  const thousands = /^\d{1,3}(?:([ .])\d{3})(?:\1\d{3})*$/.exec(written);
  return thousands !== null && !/^\d{3} \d{3} \d{3}$/.test(written) && !written.startsWith("0");
}

function isYear(group: string): boolean {
  return /^(?:19|20)\d\d$/.test(group);
}

function isRange(groups: readonly string[]): boolean {
  return groups.length === 2 && groups.every((group) => group.endsWith("0")) && !groups[0]?.startsWith("0");
}

/** 09.30-17.00, 0930-1700. */
function isHours(written: string): boolean {
  return /^(?:[01]?\d|2[0-4])[.]?[0-5]\d ?- ?(?:[01]?\d|2[0-4])[.]?[0-5]\d$/.test(written);
}
