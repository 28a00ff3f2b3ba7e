const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** RFC 5322 §4.3; letters of military zones say nothing reliable and count as UTC. */
const zones: Record<string, number> = {
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};
const pattern =
  /(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{2,4})(?:,?\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*(?:([+-])(\d{2}):?(\d{2})|([a-z]{1,4}))?)?/i;

/**
 * Reads the date of a mail's header (RFC 5322 §3.3 and its obsolete forms, RFC 3339 too). Without a zone it is UTC.
 * @returns ISO 8601 in UTC; null when the text holds no date.
 */
export function parseMailDate(text: string): string | null {
  // Comments may hold a second name of the zone.
  const plain = text.slice(0, 200).replace(/\([^)]*\)/g, " ");
  const found = pattern.exec(plain);
  if (!found) return parseIso(plain.trim());
  const [, day, monthName = "", yearText = "", hour = "0", minute = "0", second = "0"] = found;
  const month = months.indexOf(monthName.toLowerCase());
  if (month < 0) return null;
  const offset = offsetOf(found);
  const time = Date.UTC(fullYear(yearText), month, Number(day), Number(hour), Number(minute), Number(second));
  const inRange = Number(day) <= 31 && Number(hour) <= 24 && Number(minute) <= 59 && Number(second) <= 60;
  return inRange ? isoOf(time - offset * 60_000) : null;
}

function offsetOf([, , , , , , , sign, hours, minutes, zone]: RegExpExecArray): number {
  if (sign) return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return zones[zone?.toLowerCase() ?? ""] ?? 0;
}

/** RFC 5322 §4.3: two digits up to 49 are of this century, and three count from 1900. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 2) return year < 50 ? 2000 + year : 1900 + year;
  return text.length === 3 ? 1900 + year : year;
}

function parseIso(text: string): string | null {
  const found =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(text);
  if (!found) return null;
  const [, day, time = "00:00", zone = "Z"] = found;
  return isoOf(Date.parse(`${day}T${time}${zone.replace(/(\d{2}):?(\d{2})$/, "$1:$2")}`));
}

function isoOf(time: number): string | null {
  // Postgres and JavaScript disagree beyond this; no mail is that old or that new.
  return time >= Date.UTC(1970, 0, 1) && time < Date.UTC(2200, 0, 1) ? new Date(time).toISOString() : null;
}
