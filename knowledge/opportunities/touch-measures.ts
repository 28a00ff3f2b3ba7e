/** How a customer was in touch over 60 days: messages and calls of theirs, of ours, and calls and meetings. */
export interface TouchMeasures {
  inbound: number;
  outbound: number;
  talks: number;
}

/** Days before a moment that are counted. */
export const touchDays = 60;

const measures = ["inbound", "outbound", "talks"] as const;
/** Two messages more are much beside one, and little beside twenty: counts are compared as ln(1 + n). */
const scaled = (n: number) => Math.log1p(n);
/** Customers who all do alike would make every other infinitely far. */
const leastSpread = 0.35;

/** The middle and the spread of some customers' measures, on the scale of comparison. */
export interface TouchProfile {
  middle: TouchMeasures;
  spread: TouchMeasures;
}

/** The profile of some customers, at least one. */
export function profileOf(customers: readonly TouchMeasures[]): TouchProfile {
  const profile: TouchProfile = {
    middle: { inbound: 0, outbound: 0, talks: 0 },
    spread: { inbound: leastSpread, outbound: leastSpread, talks: leastSpread },
  };
  for (const measure of measures) {
    const values = customers.map((customer) => scaled(customer[measure]));
    const middle = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    const variance =
      values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / Math.max(1, values.length - 1);
    profile.middle[measure] = middle;
    profile.spread[measure] = Math.max(leastSpread, Math.sqrt(variance));
  }
  return profile;
}

/** How far a customer is from a profile's middle, in its spreads: the root of the mean square over the measures. */
export function distanceTo(customer: TouchMeasures, { middle, spread }: TouchProfile): number {
  return distance(measures.map((m) => (scaled(customer[m]) - middle[m]) / spread[m]));
}

/** How far two customers are from each other, in a profile's spreads. */
export function distanceBetween(a: TouchMeasures, b: TouchMeasures, { spread }: TouchProfile): number {
  return distance(measures.map((m) => (scaled(a[m]) - scaled(b[m])) / spread[m]));
}

/** The count that stands in the middle, from the scale of comparison. */
export function middleCount(profile: TouchProfile, measure: keyof TouchMeasures): number {
  return Math.expm1(profile.middle[measure]);
}

function distance(standardized: readonly number[]): number {
  return Math.sqrt(standardized.reduce((sum, z) => sum + z * z, 0) / standardized.length);
}
