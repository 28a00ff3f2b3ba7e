/** A day as it is lived in a time zone. */
export interface LocalDay {
  /** YYYY-MM-DD. */
  date: string;
  /** Its first moment, in milliseconds. */
  start: number;
  /** 0: Monday … 6: Sunday. */
  weekday: number;
}

export const hour = 3_600_000;
export const day = 24 * hour;

/** The days from a date up to, not including, another. */
export function localDays(timeZone: string, { from, to }: { from: string; to: string }): LocalDay[] {
  const offset = offsetIn(timeZone);
  const days: LocalDay[] = [];
  for (let at = Date.parse(from); at < Date.parse(to); at += day) {
    // Zones of the generator change their clocks after midnight, so that midnight's own offset holds.
    const start = at - offset(at - offset(at));
    days.push({ date: dateOf(at), start, weekday: (new Date(at).getUTCDay() + 6) % 7 });
  }
  return days;
}

/** A date so many days later or earlier. */
export function shiftDate(date: string, days: number): string {
  return dateOf(Date.parse(date) + days * day);
}

/** Days between two dates. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / day);
}

function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** How far the zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetIn(timeZone: string): (at: number) => number {
  if (timeZone === "UTC") return () => 0;
  const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  return (at) => {
    const name = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
    const [, sign = "+", hours = "0", minutes = "0"] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
    return (sign === "-" ? -1 : 1) * (Number(hours) * hour + Number(minutes) * 60_000);
  };
}
