/** Which of two numbers is the day: a column has one order for all of its cells. */
export const dateOrders = ["dmy", "mdy"] as const;
export type DateOrder = (typeof dateOrders)[number];

const time = String.raw`(?:[T ,]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([AaPp]\.?[Mm]\.?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?`;
const iso = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${time}$`);
const numeric = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${time}$`);
const dayMonthName = new RegExp(String.raw`^(\d{1,2})[- ]([A-Za-z]{3,9})\.?[-, ]+(\d{4}|\d{2})${time}$`);
const monthNameDay = new RegExp(String.raw`^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})${time}$`);
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

export interface ParsedDate {
  at: Date;
  /** False for a day without a time. */
  timed: boolean;
}

/**
 * Reads a date: year first (2024-05-31, with or without a time and zone), by the month's English name, or day and
 * month as numbers in the given order (with points always the day first). Without a zone it is UTC.
 * Undefined for anything else, and for days that no calendar has.
 */
export function parseDate(cell: string, order?: DateOrder): ParsedDate | undefined {
  if (cell.length < 6 || cell.length > 40) return undefined;
  const m = iso.exec(cell);
  if (m) return build(m[1], m[3], m[4], m.slice(5));
  const n = numeric.exec(cell);
  if (n) {
    const effective = n[2] === "." ? "dmy" : order;
    if (!effective) return undefined;
    return effective === "dmy" ? build(n[4], n[3], n[1], n.slice(5)) : build(n[4], n[1], n[3], n.slice(5));
  }
  const d = dayMonthName.exec(cell);
  if (d) return build(d[3], monthNumber(d[2]), d[1], d.slice(4));
  const a = monthNameDay.exec(cell);
  return a ? build(a[3], monthNumber(a[1]), a[2], a.slice(4)) : undefined;
}

/** Which orders of day and month a numeric date allows; empty when the cell is no such date. */
export function possibleOrders(cell: string): readonly DateOrder[] {
  if (cell.length < 6 || cell.length > 40 || !numeric.test(cell)) return [];
  return dateOrders.filter((order) => parseDate(cell, order));
}

/** ISO 8601: the day alone when the cell had no time. */
export function toIso({ at, timed }: ParsedDate): string {
  return timed ? at.toISOString() : at.toISOString().slice(0, 10);
}

/** A moment: a date, or seconds or milliseconds since 1970 in 10 or 13 digits. Undefined for anything else. */
export function parseMoment(cell: string, order?: DateOrder): Date | undefined {
  if (/^\d{10}$/.test(cell)) return new Date(Number(cell) * 1000);
  if (/^\d{13}$/.test(cell)) return new Date(Number(cell));
  return parseDate(cell, order)?.at;
}

function monthNumber(name: string | undefined): string {
  const index = months.findIndex((month) => name?.toLowerCase().startsWith(month));
  return String(index + 1);
}

type Part = string | undefined;

function build(
  year: Part,
  month: Part,
  day: Part,
  [hour, minute, second, fraction, half, zone]: Part[],
): ParsedDate | undefined {
  const y = fullYear(year ?? "");
  const date = new Date(0);
  date.setUTCFullYear(y, Number(month) - 1, Number(day));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day) || y < 1)
    return undefined;
  if (hour === undefined) return { at: date, timed: false };
  const hours = toHours(Number(hour), half);
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  const milliseconds = Math.floor(Number(`0.${fraction ?? 0}`) * 1000);
  date.setUTCHours(hours, Number(minute), Number(second ?? 0), milliseconds);
  return { at: new Date(date.getTime() - offsetMinutes(zone) * 60_000), timed: true };
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function toHours(hour: number, half: Part): number {
  if (!half) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);
}

function offsetMinutes(zone: Part): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? "");
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === "-" ? -minutes : minutes;
}
