/** First and second derivative of the log loss by row, for a booster's next tree. */
export interface Gradients {
  /** p − y, rounded to a multiple of 2⁻³⁰. */
  g: Float64Array;
  /** p(1 − p), rounded alike. */
  h: Float64Array;
  /** Both in one number for histograms: g in units of 2⁻¹⁴, times 2²⁷, plus h in units of 2⁻¹⁶. */
  packed: Float64Array;
}

/** Sums of packed gradients over more rows than this would no longer be exact in 53 bits. */
export const packedRows = 4096;

export const gUnit = 2 ** -14;
export const hUnit = 2 ** -16;
export const packing = 2 ** 27;

/** Adding and taking away 1.5 × 2⁵² units rounds a number to whole units. */
const roundG = 1.5 * 2 ** 52 * gUnit;
const roundH = 1.5 * 2 ** 52 * hUnit;
/** In units of 2⁻³⁰, sums over up to four million rows are exact, and so the same in any order. */
const roundSum = 1.5 * 2 ** 22;

/** Empty gradients of a table. */
export function gradientsOf(rows: number): Gradients {
  return { g: new Float64Array(rows), h: new Float64Array(rows), packed: new Float64Array(rows) };
}

/**
 * Computes the gradients of some rows.
 * @param against odds against winning by row, (1 − p) / p: they are cheaper to keep up to date than p.
 */
export function updateGradients(
  { g, h, packed }: Gradients,
  members: Int32Array,
  against: Float64Array,
  labels: Uint8Array,
): void {
  for (let k = 0; k < members.length; k++) {
    const r = members[k] as number;
    const p = 1 / (1 + (against[r] as number));
    const first = p - (labels[r] as number);
    const second = p * (1 - p);
    g[r] = first + roundSum - roundSum;
    h[r] = second + roundSum - roundSum;
    const coarseG = first + roundG - roundG;
    // At least one unit of h, so that a bin without weight is one without rows.
    const coarseH = Math.max(hUnit, second + roundH - roundH);
    packed[r] = coarseG * (packing / gUnit) + coarseH / hUnit;
  }
}
