const dayMs = 86_400_000;

/** Months and weekdays as they are written in four languages, with how many letters tell them. */
const monthNames =
  "jan(?:uary|uar|vier)?|jänner|enero|feb(?:ruary|ruar|rero)?|févr?(?:ier)?|mar(?:ch|s|zo)?|märz|mrz|apr(?:il)?|avr(?:il)?|abril|may|mai|mayo|june?|juni|juin|junio|july?|juli|juil(?:let)?|julio|aug(?:ust)?|août|agosto|sept?(?:ember|embre|iembre)?|oct(?:ober|obre|ubre)?|okt(?:ober)?|nov(?:ember|embre|iembre)?|dec(?:ember)?|déc(?:embre)?|dez(?:ember)?|dic(?:iembre)?";
const monthStarts: readonly (readonly string[])[] = [
  ["jan", "jän", "ene"],
  ["feb", "fév"],
  ["mar", "mär", "mrz"],
  ["apr", "avr", "abr"],
  ["may", "mai"],
  ["jun", "juin"],
  ["jul", "juil"],
  ["aug", "aoû", "ago"],
  ["sep"],
  ["oct", "okt"],
  ["nov"],
  ["dec", "déc", "dez", "dic"],
];
const weekdays: readonly (readonly string[])[] = [
  ["sunday", "sonntag", "dimanche", "domingo", "sun"],
  ["monday", "montag", "lundi", "lunes", "mon"],
  ["tuesday", "dienstag", "mardi", "martes", "tue", "tues"],
  ["wednesday", "mittwoch", "mercredi", "miércoles", "wed"],
  ["thursday", "donnerstag", "jeudi", "jueves", "thu", "thur", "thurs"],
  ["friday", "freitag", "vendredi", "viernes", "fri"],
  ["saturday", "samstag", "samedi", "sábado", "sat"],
];
const longWeekdays = weekdays.flatMap(([...names]) =>
  names.filter(
    (name) => name.length > 5 || name === "lundi" || name === "jeudi" || name === "mardi" || name === "lunes",
  ),
);

/** Sources of patterns. */
export const monthPattern = `(?:${monthNames})`;
export const weekdayPattern = `(?:${longWeekdays.join("|")})s?`;

/** 1–12. */
export function monthOf(name: string): number {
  const plain = name.toLowerCase();
  const place = monthStarts.findIndex((starts) =>
    starts.some((start) => start.length > 3 && plain.startsWith(start)),
  );
  return (
    (place >= 0
      ? place
      : monthStarts.findIndex((starts) => starts.some((start) => plain.startsWith(start)))) + 1
  );
}

/** 0 Sunday … 6 Saturday, −1 for none. */
export function weekdayOf(name: string): number {
  const plain = name.toLowerCase();
  return weekdays.findIndex((names) => names.some((one) => one === plain || `${one}s` === plain));
}

/** "05-03" of a month and day. */
export function monthDay(month: number, day: number): string {
  return `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The month and day so many days after a moment, in UTC. */
export function dayAfter(now: Date, days: number): string {
  const then = new Date(now.getTime() + days * dayMs);
  return monthDay(then.getUTCMonth() + 1, then.getUTCDate());
}

/** Days until the next such weekday, 1–7. */
export function daysUntil(weekday: number, now: Date): number {
  return ((weekday - now.getUTCDay() + 6) % 7) + 1;
}
