import { AppError } from "#core/errors.ts";

/**
 * The moment that a caller asks about; now by default.
 * @throws AppError VALIDATION_FAILED for a moment in the future: nothing is known of it.
 */
export function toMoment(asOf: string | undefined, now: Date): Date {
  const moment = asOf === undefined ? now : new Date(asOf);
  if (moment > now) {
    throw new AppError(
      "VALIDATION_FAILED",
      `as_of is ${asOf}, which lies in the future. Leave it out for now.`,
    );
  }
  return moment;
}
