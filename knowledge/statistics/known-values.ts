/** A value of a series that is known, and its place in the series. */
export interface KnownValue {
  at: number;
  value: number;
}

/** Squares and sums beyond this would not be numbers any more; nothing that a team counts comes near. */
const largest = 1e100;

/** The values of a series that are numbers: null, NaN and what is beyond ±10¹⁰⁰ count as not known. */
export function knownValues(values: readonly (number | null)[]): KnownValue[] {
  return values.flatMap((value, at) => (isKnown(value) ? [{ at, value }] : []));
}

/** Whether a value is a number to compute with. */
export function isKnown(value: number | null | undefined): value is number {
  return typeof value === "number" && Math.abs(value) <= largest;
}
