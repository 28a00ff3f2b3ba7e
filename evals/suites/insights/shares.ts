import type { PlantedResult } from "./measuring/measure-planted.ts";

/** So many of so many. */
export interface Share {
  hits: number;
  of: number;
}

/** Planted effects that were found. */
export function recallOf(results: readonly PlantedResult[]): Share {
  return { hits: results.filter(({ found }) => found).length, of: results.length };
}

/** Claims with enough confidence that are true. */
export function precisionOf(results: readonly PlantedResult[]): Share {
  const right = results.reduce((sum, one) => sum + one.right.length, 0);
  return { hits: right, of: right + results.reduce((sum, one) => sum + one.wrong.length, 0) };
}
