/**
 * What a q or p value is worth as confidence: 1 minus the least probability that there is nothing, from even odds. The
 * least Bayes factor for "nothing" is −e q ln q below 1/e, and 1 from there on (Sellke, Bayarri & Berger, The American
 * Statistician 55, 2001).
 * @param q 0–1.
 * @returns .5 (no evidence) to just below 1: .71 at .05, .80 at .026, .89 at .01.
 */
export function evidence(q: number): number {
  if (!(q < 1 / Math.E)) return 0.5;
  if (q <= 0) return 1 - Number.EPSILON;
  return Math.min(1 / (1 - Math.E * q * Math.log(q)), 1 - Number.EPSILON);
}
