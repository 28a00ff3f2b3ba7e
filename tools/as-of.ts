import { z } from "zod";
import { AppError } from "#core/errors.ts";
import { localDay } from "#core/local-day.ts";
import { toMoment } from "./moment.ts";
import { toTimeZone } from "./time-zone.ts";

/**
 * The moment that a caller looks back from: a date and time with its zone, or a day, from whose midnight in the time zone on nothing
 * counts; now by default.
 * @throws AppError VALIDATION_FAILED for what is neither, and for a moment in the future.
 */
export function toAsOf(text: string | undefined, { timeZone, now }: { timeZone: string; now: Date }): Date {
  if (text === undefined) return now;
  if (Number(text.slice(0, 4)) >= 1900) {
    if (z.iso.datetime({ offset: true }).safeParse(text).success) return toMoment(text, now);
    if (z.iso.date().safeParse(text).success)
      return toMoment(midnight(text, toTimeZone(timeZone)).toISOString(), now);
  }
  throw new AppError(
    "VALIDATION_FAILED",
    `as_of is ${JSON.stringify(text.slice(0, 60))}. Give a day there is as 2026-01-31, or a date and time with its zone as 2026-01-31T09:30:00+01:00.`,
  );
}

/** No zone is further from UTC. */
const furthestMs = 15 * 3_600_000;

/** The first moment that is on the day where the clocks show that zone's time; midnight need not be among them. */
function midnight(day: string, timeZone: string): Date {
  const utc = Date.parse(day);
  let [before, at] = [utc - furthestMs, utc + furthestMs];
  while (at - before > 1) {
    const middle = Math.floor((before + at) / 2);
    if (localDay(middle, timeZone) < day) before = middle;
    else at = middle;
  }
  return new Date(at);
}
