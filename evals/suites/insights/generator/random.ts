/** Draws that the seed alone decides; shares nothing with the product's own random numbers. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** Uniform in a range. */
  within(range: readonly [low: number, high: number]): number;
  /** A whole number, both ends included. */
  whole(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** The place of one of the weights, drawn in proportion to them. */
  weighted(weights: readonly number[]): number;
  normal(): number;
  /** exp(normal): half of the draws lie below the median. */
  logNormal(median: number, spread: number): number;
  exponential(mean: number): number;
  poisson(mean: number): number;
  uuid(): string;
}

/** sfc32 (Doty-Humphrey, PractRand), seeded by a hash of any words and numbers. */
export function randomOf(...seed: readonly (string | number)[]): Random {
  const next = sfc32(hashes(seed.join("/")));
  const between = (low: number, high: number) => low + (high - low) * next();
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    within: ([low, high]) => between(low, high),
    whole,
    normal,
    chance: (probability) => next() < probability,
    pick: (items) => items[whole(0, items.length - 1)] as (typeof items)[number],
    weighted: (weights) => weightedIndex(weights, next()),
    logNormal: (median, spread) => median * Math.exp(spread * normal()),
    exponential: (mean) => -mean * Math.log(1 - next()),
    poisson: (mean) => (mean > 50 ? largePoisson(mean, normal()) : smallPoisson(mean, next)),
    uuid: () => uuidOf(next),
  };
}

function weightedIndex(weights: readonly number[], draw: number): number {
  let left = draw * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return found < 0 ? weights.length - 1 : found;
}

/** By multiplying uniforms (Knuth). */
function smallPoisson(mean: number, next: () => number): number {
  const limit = Math.exp(-mean);
  let count = -1;
  for (let product = 1; product > limit; product *= next()) count++;
  return Math.max(0, count);
}

function largePoisson(mean: number, normal: number): number {
  return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
}

/** Version 4. */
function uuidOf(next: () => number): string {
  const hex = Array.from({ length: 4 }, () =>
    Math.floor(next() * 2 ** 32)
      .toString(16)
      .padStart(8, "0"),
  ).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function sfc32([a = 0, b = 0, c = 0, d = 0]: readonly number[]): () => number {
  const step = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return (t >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 20; i++) step();
  return step;
}

/** Four FNV-1a hashes with different beginnings. */
function hashes(text: string): number[] {
  return [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b].map((start) =>
    [...text].reduce((hash, char) => Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193), start),
  );
}
