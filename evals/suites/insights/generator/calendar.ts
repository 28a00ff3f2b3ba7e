import type { Business } from "./business.ts";
import type { Membership } from "./levels.ts";
import { day, type LocalDay } from "./local-days.ts";
import type { Random } from "./random.ts";

/** The days of the records and how busy they are. */
export interface Calendar {
  days: readonly LocalDay[];
  messageLevels: readonly number[];
  /** Nothing that happens later is in the records. */
  end: number;
}

/** A lead as it comes. */
export interface Coming {
  business: Business;
  calendar: Calendar;
  random: Random;
  groups: Membership;
  companyId: string | null;
  /** Of its day in the calendar. */
  index: number;
  createdAt: number;
}

/** The first place from this one on that is no Saturday or Sunday. */
export function nextOfficeDay({ days }: Pick<Calendar, "days">, place: number): number {
  while ((days[place]?.weekday ?? 0) >= 5) place++;
  return place;
}

/** The same moment on the next office day, where answers wait for one. */
export function officeMoment(
  { business, calendar }: Coming,
  { from, at }: { from: number; at: number },
): number {
  if (!business.officeDays) return at;
  const start = calendar.days[from]?.start ?? at;
  const place = from + Math.floor((at - start) / day);
  return at + (nextOfficeDay(calendar, place) - place) * day;
}

/** A moment of the day, in hours: mostly between 8 and 19. */
export function businessHour(random: Random): number {
  return random.chance(0.9) ? random.between(8, 19) : random.between(0.01, 23.99);
}

/** Days between a lead's days of writing: at least three, so that answers within two days belong to one of them. */
export function gapOf(random: Random): number {
  return leastGap + Math.round(random.exponential(meanGap - leastGap));
}

export const leastGap = 3;
export const meanGap = 6;
