import type { Language } from "./language.ts";
import type { Random } from "./random.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Monday 00:00 UTC of the week that a moment is in, in milliseconds: weekdays stay weekdays when the sample moves by weeks. */
export function weekStart(moment: number): number {
  const midnight = Math.floor(moment / day) * day;
  return midnight - ((new Date(midnight).getUTCDay() + 6) % 7) * day;
}

/** The first moment from `at` on at which that side is at work: reps in office hours, leads more loosely, websites always. */
export function workingTime(random: Random, at: number, who: "rep" | "lead" | "site"): number {
  const weekends = random.chance(0.3);
  const minutes = random.between(0, 110) * minute;
  if (who === "site") return at;
  const [opens, closes] = who === "rep" ? [8, 18] : [7, 22];
  let time = at;
  const hourOfDay = new Date(time).getUTCHours();
  if (hourOfDay < opens) time = startOfDay(time) + opens * hour + minutes;
  else if (hourOfDay >= closes) time = startOfDay(time) + day + opens * hour + minutes;
  const weekday = new Date(time).getUTCDay();
  const free = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return free > 0 && (who === "rep" || !weekends) ? time + free * day : time;
}

/** A full quarter of an hour near a time of day at which people meet: 9:00 to 16:45. */
export function appointmentTime(random: Random, at: number): number {
  const time = workingTime(random, at, "rep");
  return startOfDay(time) + random.integer(36, 67) * 15 * minute;
}

/** "Thursday 14 May", "Donnerstag, 14. Mai", "jeudi 14 mai". */
export function spokenDay(at: number, language: Language): string {
  return dayFormats[language].format(at);
}

/** "14 May", for dates further away. */
export function spokenDate(at: number, language: Language): string {
  return dateFormats[language].format(at);
}

/** "14:30". */
export function spokenTime(at: number): string {
  return new Date(at).toISOString().slice(11, 16);
}

function startOfDay(at: number): number {
  return Math.floor(at / day) * day;
}

const dayFormats = formats({ weekday: "long", day: "numeric", month: "long" });
const dateFormats = formats({ day: "numeric", month: "long" });

function formats(options: Intl.DateTimeFormatOptions): Record<Language, Intl.DateTimeFormat> {
  const format = (locale: string) => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  return { en: format("en-IE"), de: format("de-DE"), fr: format("fr-FR") };
}
