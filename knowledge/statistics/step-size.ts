/** How far a level moved. */
export interface StepSize {
  /** Mean before and from then on. */
  before: number;
  after: number;
  /** (after − before) / |before|; null where the level before is 0. */
  effect: number | null;
  /** 90 % interval of the effect; null where it has none. */
  low: number | null;
  high: number | null;
}

const z90 = 1.6448536;

/**
 * The means on both sides of a split and their relative difference; between two positive means the interval is that of
 * their ratio in logarithms (delta method).
 * @param widened variance of the difference over that of independent values, 1 or more.
 */
export function stepSize(values: Float64Array, split: number, widened: number): StepSize {
  const [old, young] = [meanOf(values.subarray(0, split)), meanOf(values.subarray(split))];
  const [before, after] = [old.mean, young.mean];
  const effect = finite((after - before) / Math.abs(before));
  if (effect === null) return { before, after, effect, low: null, high: null };
  const scale = Math.max(1, widened);
  if (before > 0 && after > 0) {
    const error = Math.sqrt(scale * (old.variance / before ** 2 + young.variance / after ** 2));
    const at = (z: number) => (after / before) * Math.exp(z * error) - 1;
    return { before, after, effect, low: finite(at(-z90)), high: finite(at(z90)) };
  }
  const error = Math.sqrt(scale * (old.variance + young.variance)) / Math.abs(before);
  return { before, after, effect, low: finite(effect - z90 * error), high: finite(effect + z90 * error) };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** The mean and its variance. */
function meanOf(values: Float64Array): { mean: number; variance: number } {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / Math.max(1, n - 1) / n };
}
