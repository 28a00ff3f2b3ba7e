import { AppError } from "#core/errors.ts";

/** The moment that --as-of names: a date, or a date and time. @throws AppError VALIDATION_FAILED */
export function toMoment(text: string): Date {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) {
    throw new AppError(
      "VALIDATION_FAILED",
      `--as-of ${text} is not a date and time. Write it as 2026-01-31 or 2026-01-31T09:30:00Z.`,
    );
  }
  if (moment > new Date()) {
    throw new AppError(
      "VALIDATION_FAILED",
      `--as-of ${text} lies in the future. Leave it out to score as of now.`,
    );
  }
  return moment;
}
