/** Spans shorter than this are taken for a point: their quotient would be rounding. */
const shortest = 1e-7;
const around = 1e-5;

/**
 * Mean slope of a map over a span: what a unit of an additive share is worth on the other side, so that shares that add up
 * before the map add up after it. Along a straight path this is the Aumann-Shapley value of a map of a sum (Sundararajan
 * et al., Axiomatic Attribution for Deep Networks, ICML 2017). Where the span is a point, the slope there.
 */
export function secantSlope(map: (x: number) => number, from: number, to: number): number {
  if (Math.abs(to - from) >= shortest) return (map(to) - map(from)) / (to - from);
  return (map(from + around) - map(from - around)) / (2 * around);
}
