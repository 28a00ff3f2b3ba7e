import { countDispersion } from "./anomalies/count-dispersion.ts";
import { middleMean, regularParts, without } from "./anomalies/expected-level.ts";
import { studentTwoSided } from "./distributions/two-sided.ts";
import { type KnownSeries, layOut } from "./layout.ts";

/** Neighbouring buckets whose sum is unlike what the buckets around them let expect. */
export interface CountWindow {
  /** Place of its first bucket. */
  at: number;
  length: number;
  value: number;
  expected: number;
  /** 90 % interval of the ratio of the two. */
  low: number;
  high: number;
  p: number;
}

export interface CountWindowOptions {
  /** Buckets in a turn of the season, such as 7 of days; used from three turns on. */
  season?: number | undefined;
  /** How many buckets in a row are looked at together; by default one alone. */
  lengths?: readonly number[];
}

/** Known values on both sides together that a window is held against. */
const around = 28;
/** Nearer to what is expected, in deviations, nothing is told: no p of it could matter. */
const worthTelling = 3;
/** Of a burst all windows that touch it stand out: only those that do so most are weighed exactly. */
const mostWeighed = 24;
const fewest = 12;
const z90 = 1.6448536;

/**
 * Holds every run of so many neighbouring counts against the level of the four weeks (28 buckets) around it, itself left out, and the season, so
 * that a burst shows whether it lasts one bucket or several. Sums are compared by their roots, which vary alike (Anscombe, Biometrika 35, 1948);
 * by how much more than chance, and how long it lasts, is measured on all other buckets, robustly, and the p is Student's.
 * @returns windows that stand out at all, and how many were looked at: multiply by it, or correct otherwise.
 */
export function countWindows(
  values: readonly (number | null)[],
  { season = 1, lengths = [1] }: CountWindowOptions = {},
): { looks: number; found: CountWindow[] } {
  const series = layOut(values, values.length >= 3 * season ? season : 1);
  if (series.values.length < fewest) return { looks: 0, found: [] };
  const usual = usualOf(series);
  const runs = lengths.flatMap((length) => runsOf(series, length));
  const far = runs
    .map((run) => ({ run, distance: Math.abs(held(run, { series, usual, noise: usual.noise }).distance) }))
    .filter(({ distance }) => distance >= worthTelling)
    .toSorted((a, b) => b.distance - a.distance)
    .slice(0, mostWeighed);
  const found = far.map(({ run }) => weighed(run, series, usual));
  return { looks: runs.length, found };
}

/** Against all that lies outside the run. */
function weighed(run: Run, series: KnownSeries, usual: Usual): CountWindow {
  const noise = noiseWithout(run, series, usual);
  const { distance, deviation, value, expected } = held(run, { series, usual, noise });
  const spread = Math.exp((z90 * deviation) / (2 * Math.sqrt(expected)));
  const freedom = series.values.length - run.length - new Set(series.seasons as Int32Array).size - 1;
  return {
    at: series.times[run.from] as number,
    length: run.length,
    value,
    expected,
    low: value / expected / spread,
    high: (value / expected) * spread,
    p: studentTwoSided(distance, Math.max(1, freedom)),
  };
}

interface Run {
  /** Place among the known values. */
  from: number;
  length: number;
}

/** Every run of so many known values without a gap, of which enough others are left. */
function runsOf({ times }: KnownSeries, length: number): Run[] {
  const last = times.length - length;
  if (times.length - length < fewest) return [];
  return Array.from({ length: last + 1 }, (_, from) => ({ from, length })).filter(
    ({ from }) => (times[from + length - 1] as number) - (times[from] as number) === length - 1,
  );
}

interface Noise {
  /** Variance over mean of a single count, by its mean. */
  dispersion(mean: number): number;
  /** Correlation of neighbours. */
  phi: number;
}

interface Usual {
  /** Roots without slope and season. */
  level: Float64Array;
  /** What slope and season add to a root at each place. */
  regular: Float64Array;
  turns: number;
  /** What each bucket alone is expected to hold. */
  means: Float64Array;
  noise: Noise;
}

function usualOf(series: KnownSeries): Usual {
  const roots = series.values.map((count) => Math.sqrt(count + 0.375));
  const { slope, season, turns } = regularParts({ ...series, values: roots });
  const regular = season.map((value, i) => value + slope * i);
  const level = roots.map((root, i) => root - (regular[i] as number));
  const means = level.map((_, i) =>
    meanOf(levelAround(level, { from: i, length: 1 }) + (regular[i] as number)),
  );
  const all = { level, regular, turns, means };
  return { ...all, noise: noiseOf(series.values, means, turns) };
}

/** The mean of counts whose roots have this mean, but for a share of their dispersion. */
function meanOf(root: number): number {
  return Math.max(0.1, Math.max(0, root) ** 2 - 0.125);
}

/** The mean of the middle half of the levels around a run. */
function levelAround(level: Float64Array, { from, length }: Run): number {
  const start = Math.max(0, Math.min(from - around / 2, level.length - length - around));
  const near = level.subarray(start, start + length + around);
  return middleMean(without(near, { from: from - start, length }));
}

function noiseWithout(run: Run, { values }: KnownSeries, { means, turns }: Usual): Noise {
  return noiseOf(without(values, run), without(means, run), turns);
}

function noiseOf(values: Float64Array, means: Float64Array, turns: number): Noise {
  const uncertainty = new Float64Array(values.length).fill(uncertaintyOf(1, turns));
  const dispersion = countDispersion({ values, means, uncertainty });
  const residuals = values.map((value, i) => {
    const mean = means[i] as number;
    return Math.max(-cut, Math.min(cut, (value - mean) / Math.sqrt(mean * dispersion(mean))));
  });
  const square = residuals.reduce((sum, value) => sum + value * value, 0);
  const cross = residuals.reduce((sum, value, i) => sum + value * (residuals[i - 1] ?? 0), 0);
  return { dispersion, phi: square > 0 ? Math.max(0, cross / square) : 0 };
}

/** Residuals beyond so many deviations count as if they were there. */
const cut = 2.5;

/** Variance of a run's expected sum over that of the sum itself: the level is shared by all of the run, the season by none. */
function uncertaintyOf(length: number, turns: number): number {
  return (1.2 * length) / around + (turns > 1 ? 1.5 / turns : 0);
}

function held(run: Run, { series, usual, noise }: { series: KnownSeries; usual: Usual; noise: Noise }) {
  const { from, length } = run;
  const level = levelAround(usual.level, run);
  const means = Array.from({ length }, (_, i) => meanOf(level + (usual.regular[from + i] as number)));
  const rough = means.reduce((sum, mean) => sum + mean, 0);
  const dispersion = noise.dispersion(rough / length);
  // The mean of a count is above the square of its mean root, by a quarter of what its variance is of its mean.
  const expected = rough + (length * (dispersion - 1)) / 4;
  const value = series.values.subarray(from, from + length).reduce((sum, count) => sum + count, 0);
  const deviation = Math.sqrt(
    dispersion * lasting(noise.phi, length) * (1 + uncertaintyOf(length, usual.turns)),
  );
  return {
    value,
    expected,
    deviation,
    distance: (2 * (Math.sqrt(value + 0.375) - Math.sqrt(expected + 0.375))) / deviation,
  };
}

/** How many times more the sum of so many values varies than that of independent ones. */
function lasting(phi: number, length: number): number {
  let sum = 1;
  for (let lag = 1; lag < length; lag++) sum += 2 * (1 - lag / length) * phi ** lag;
  return sum;
}
