const formats = new Map<string, Intl.DateTimeFormat>();

/** The day of a moment in a time zone (IANA name), YYYY-MM-DD. @throws RangeError for a name that is none */
export function localDay(at: Date | number, timeZone: string): string {
  const format =
    formats.get(timeZone) ??
    // Swedish dates are ISO 8601 dates.
    new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  formats.set(timeZone, format);
  return format.format(at);
}
