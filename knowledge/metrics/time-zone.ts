import { AppError } from "#core/errors.ts";
import { nearestName } from "./nearest-name.ts";

/**
 * An IANA time zone that there is, in its usual case where it was typed in another.
 * @throws AppError VALIDATION_FAILED for anything else. Offsets too: Postgres reads the sign of "+02:00" the other way round.
 */
export function checkTimeZone(name: string): string {
  const names = ["UTC", ...Intl.supportedValuesOf("timeZone")];
  // Not the name that Intl resolves it to: that is the older one of some, which a database need not have.
  if (/^[A-Za-z]/.test(name) && isKnown(name))
    return names.find((zone) => zone.toLowerCase() === name.toLowerCase()) ?? name;
  const near = nearestName(name, names) ?? nearestName(name, names.map(cityOf));
  const meant = near && names.find((zone) => zone === near || cityOf(zone) === near);
  throw new AppError(
    "VALIDATION_FAILED",
    `There is no time zone ${JSON.stringify(name.slice(0, 80))}.${meant ? ` Did you mean ${meant}?` : ""} Give an IANA name such as Europe/Berlin, America/New_York or UTC.`,
  );
}

function isKnown(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf("/") + 1);
}
