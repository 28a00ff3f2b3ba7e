/** How the numbers of one column are written; a column has one notation for all of its cells. */
export const numberNotations = ["plain", "point", "comma"] as const;
export type NumberNotation = (typeof numberNotations)[number];

const patterns: Record<NumberNotation, RegExp> = {
  // A leading zero means a code (00123, a post code), a leading plus a phone number; both stay text.
  plain: /^-?(?:0|[1-9]\d*)?(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/,
  point: /^-?(?:0|[1-9]\d{0,2}(?:[,'’ \u00a0\u202f]\d{3})+|[1-9]\d*)(?:\.\d+)?$/,
  comma: /^-?(?:0|[1-9]\d{0,2}(?:[.'’ \u00a0\u202f]\d{3})+|[1-9]\d*)(?:,\d+)?$/,
};

const unit = /^(?:(-?)\s*([$€£¥₹]|USD|EUR|GBP|CHF|JPY)\s*(.*)|(.*?)\s*([$€£¥₹%]|USD|EUR|GBP|CHF|JPY))$/;

/** Splits "$1,200", "12 %" or "-€5" into the number and its unit; undefined when there is no unit. */
export function splitUnit(cell: string): { number: string; unit: string } | undefined {
  if (cell.length > 40) return undefined;
  const match = unit.exec(cell);
  if (!match) return undefined;
  const [, sign = "", before, numberAfter = "", numberBefore = "", after] = match;
  return before
    ? { number: `${sign}${numberAfter}`, unit: before }
    : { number: numberBefore, unit: after ?? "" };
}

/**
 * Reads a number in one notation: "plain" 1234.5 or 1e3; "point" 1,234.5; "comma" 1.234,5 (blanks and apostrophes
 * may group thousands too). Undefined for anything else, and for whole numbers too long to be kept exactly.
 */
export function parseNumber(cell: string, notation: NumberNotation): number | undefined {
  if (cell.length === 0 || cell.length > 40 || !/\d/.test(cell) || !patterns[notation].test(cell))
    return undefined;
  const value = Number(normal(cell, notation));
  if (!Number.isFinite(value)) return undefined;
  return Math.abs(value) > Number.MAX_SAFE_INTEGER && /^-?\d+$/.test(cell) ? undefined : value;
}

function normal(cell: string, notation: NumberNotation): string {
  if (notation === "plain") return cell;
  const grouped = cell.replace(/['’ \u00a0\u202f]/g, "");
  return notation === "point" ? grouped.replaceAll(",", "") : grouped.replaceAll(".", "").replace(",", ".");
}
