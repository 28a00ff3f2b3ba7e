/** How far off forecasts were, by bucket ahead and as a whole. */
export interface ErrorSpread {
  /** Typical size of the error so many buckets ahead, from one bucket on; never shrinking. */
  scale: Float64Array;
  /** Errors in units of that, in size, ascending. */
  sizes: Float64Array;
  /** Errors that tell on their own, as those of origins side by side are much alike. */
  effective: number;
}

/** What past errors say of coming ones. */
export function errorSpread(errors: readonly Float64Array[], horizon: number): ErrorSpread {
  const scale = scaleOf(errors, horizon);
  const sizes: number[] = [];
  for (const own of errors) {
    for (let h = 0; h < horizon; h++) {
      const error = own[h] as number;
      if (!Number.isNaN(error)) sizes.push(scale[h] === 0 ? 0 : Math.abs(error) / (scale[h] as number));
    }
  }
  return {
    scale,
    sizes: Float64Array.from(sizes).sort(),
    effective: errors.length / (1 + overlap * (horizon - 1)),
  };
}

/**
 * How much less the errors of one more bucket ahead tell that were not told before. Set, with `caution`, on the design
 * series of the coverage suite.
 */
const overlap = 0.1;
/** Widening for the errors that were not seen. */
const caution = 0.6;

/**
 * Half the interval so many buckets ahead (from 0): the share `level` of past errors was smaller (split conformal
 * prediction: Vovk, Gammerman & Shafer 2005; Lei et al., JASA 113, 2018), widened as few errors are known.
 */
export function halfWidth({ scale, sizes, effective }: ErrorSpread, ahead: number, level: number): number {
  const share = Math.min(1, level * (1 + 1 / sizes.length));
  const place = Math.min(sizes.length - 1, Math.ceil(share * sizes.length) - 1);
  return (sizes[place] ?? 0) * (scale[ahead] as number) * (1 + caution / Math.sqrt(Math.max(1, effective)));
}

/**
 * Root mean square of the errors by bucket ahead, smoothed: each is drawn towards a straight line through their squares,
 * which holds for a random walk as for noise, the more the fewer errors it rests on.
 */
function scaleOf(errors: readonly Float64Array[], horizon: number): Float64Array {
  const squares = new Float64Array(horizon);
  const counts = new Float64Array(horizon);
  for (const own of errors) {
    for (let h = 0; h < horizon; h++) {
      const error = own[h] as number;
      if (Number.isNaN(error)) continue;
      squares[h] = (squares[h] as number) + error * error;
      counts[h] = (counts[h] as number) + 1;
    }
  }
  const line = weightedLine(
    squares.map((sum, h) => sum / Math.max(1, counts[h] as number)),
    counts,
  );
  let least = 0;
  return squares.map((sum, h) => {
    const count = counts[h] as number;
    const drawn = (sum + 20 * line(h)) / (count + 20);
    least = Math.max(least, Math.sqrt(Math.max(0, drawn)));
    return least;
  });
}

/** Weighted least squares over the places; never falling. */
function weightedLine(values: Float64Array, weights: Float64Array): (place: number) => number {
  const total = weights.reduce((sum, w) => sum + w, 0) || 1;
  const meanAt = weights.reduce((sum, w, h) => sum + w * h, 0) / total;
  const mean = values.reduce((sum, value, h) => sum + value * (weights[h] as number), 0) / total;
  let [cross, spread] = [0, 0];
  for (let h = 0; h < values.length; h++) {
    cross += (weights[h] as number) * (h - meanAt) * ((values[h] as number) - mean);
    spread += (weights[h] as number) * (h - meanAt) ** 2;
  }
  const slope = spread > 0 ? Math.max(0, cross / spread) : 0;
  return (place) => Math.max(0, mean + slope * (place - meanAt));
}
