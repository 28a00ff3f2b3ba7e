import { checkTimeZone } from "#knowledge/metrics/time-zone.ts";

/** The time zone that a caller names, by its proper name. @throws AppError VALIDATION_FAILED for a name that is no IANA time zone */
export function toTimeZone(name: string): string {
  return checkTimeZone(name);
}
