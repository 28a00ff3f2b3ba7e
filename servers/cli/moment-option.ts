import { AppError } from "#core/errors.ts";

/** The moment that an option names: a date, or a date and time. @throws AppError VALIDATION_FAILED */
export function toMoment(text: string, option = "--as-of"): Date {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) {
    throw new AppError(
      "VALIDATION_FAILED",
      `${option} ${text} is not a date and time. Write it as 2026-01-31 or 2026-01-31T09:30:00Z.`,
    );
  }
  if (moment > new Date()) {
    throw new AppError(
      "VALIDATION_FAILED",
      `${option} ${text} lies in the future. Name an earlier moment, or leave it out.`,
    );
  }
  return moment;
}
