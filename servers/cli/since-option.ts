import { toMoment } from "./moment-option.ts";

const days = 30;

/** The moment that --since names, or 30 days ago. @throws AppError VALIDATION_FAILED */
export function toSince(text: string | undefined): Date {
  return text === undefined ? new Date(Date.now() - days * 86_400_000) : toMoment(text, "--since");
}
