/** Draws that depend on nothing but the seed. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** True with that probability. */
  chance(probability: number): boolean;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** Uniform whole number from low to high, both included. */
  integer(low: number, high: number): number;
  /** Normal with mean 0 and standard deviation 1. */
  normal(): number;
  /** Log-normal with that median; `spread` is the standard deviation of the logarithm. */
  around(median: number, spread: number): number;
  /** One of the items, each as likely. @throws RangeError when there are none. */
  pick<T>(items: readonly T[]): T;
  /** One of the keys, as likely as its weight; weights below zero count as zero. @throws RangeError without a weight. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
}

/** A stream of draws of its own for each text: "7/lead/12" and "7/lead/13" are unrelated. (FNV-1a, then mulberry32.) */
export function createRandom(seed: string): Random {
  let state = hash(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    chance: (probability) => next() < probability,
    between: (low, high) => low + (high - low) * next(),
    integer: (low, high) => low + Math.floor((high - low + 1) * next()),
    normal,
    around: (median, spread) => median * Math.exp(spread * normal()),
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError("Nothing to pick from.");
      return item;
    },
    weighted: (weights) => weightedKey(weights, next()),
  };
}

function weightedKey<K extends string>(weights: Readonly<Record<K, number>>, draw: number): K {
  const keys = Object.keys(weights) as K[];
  const total = keys.reduce((sum, key) => sum + Math.max(0, weights[key]), 0);
  let left = draw * total;
  for (const key of keys) {
    const weight = Math.max(0, weights[key]);
    if (weight > 0 && left < weight) return key;
    left -= weight;
  }
  const last = keys.findLast((key) => weights[key] > 0);
  if (last === undefined) throw new RangeError("All weights are zero.");
  return last;
}

function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h ^ (h >>> 15);
}
