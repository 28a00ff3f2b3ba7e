import { normalQuantile } from "../scoring/honesty/normal.ts";
import { studentTwoSided } from "./distributions/two-sided.ts";
import { drawnIn } from "./drawn-in.ts";
import { type KnownSeries, layOut } from "./layout.ts";
import type { TrendOptions } from "./mann-kendall.ts";
import { centred, dot, inflation, residuals, serialCorrelation } from "./serial-dependence.ts";
import { type StepSize, stepSize } from "./step-size.ts";

/** The moment at which a series' level changed most. */
export interface ChangePoint extends StepSize {
  /** Place of the first value of the new level. */
  at: number;
  p: number;
}

export interface ChangeOptions extends TrendOptions {
  /** On what the two sides are compared, so that values large and small vary alike: counts by their roots, durations by their logarithms. */
  scale?: "root" | "log" | undefined;
}

const fewest = 10;

/**
 * Finds the split of a series whose two sides differ most, and tests it against no change. The statistic is the largest
 * standardised difference over all splits, single values that stand out from their neighbours drawn in, so that spikes weigh little; p is that
 * of the largest value of a standardised Brownian bridge (Miller & Siegmund, Biometrics 38, 1982), which is a bound for
 * so few splits. Serial dependence is allowed for at every split as in `mannKendall`. A steady trend is significant here
 * too. Null for fewer than 10 known values and where no two differ.
 */
export function changePoint(
  values: readonly (number | null)[],
  options: ChangeOptions = {},
): ChangePoint | null {
  const series = layOut(values, options.season);
  const n = series.values.length;
  if (n < fewest) return null;
  const scores = centred(drawnIn(centred(scaled(series.values, options.scale), series)), series);
  const margin = Math.max(4, Math.ceil(0.06 * n));
  const best = largest(scores, series, { margin, phi: 0 });
  if (best === null) return null;
  const contrast = step(best.split, series);
  const phi = serialCorrelation(residuals(scores, series, contrast), series, contrast);
  const found = phi > 0 ? largest(scores, series, { margin, phi }) : best;
  if (found === null) return null;
  return {
    at: series.times[found.split] as number,
    ...stepSize(series.values, found.split, inflation(step(found.split, series), series, phi)),
    p: largestOfBridge(found.distance, margin / n),
  };
}

function scaled(values: Float64Array, scale: ChangeOptions["scale"]): Float64Array {
  if (scale === "root" && values.every((value) => value >= 0)) return values.map((v) => Math.sqrt(v + 0.375));
  if (scale === "log" && values.every((value) => value > 0)) return values.map(Math.log);
  return values;
}

/** 1 from the split on, seasons taken out. */
function step(split: number, series: KnownSeries): Float64Array {
  return centred(new Float64Array(series.values.length).fill(1, split), series);
}

interface Search {
  /** Values that each side has at least. */
  margin: number;
  phi: number;
}

/** The split with the largest difference in its standard deviations. */
function largest(scores: Float64Array, series: KnownSeries, { margin, phi }: Search) {
  const n = scores.length;
  const turn = new Set(series.seasons as Int32Array).size;
  const variance = dot(scores, scores) / (n - 1);
  if (!(variance > 1e-12)) return null;
  let best: { split: number; distance: number } | null = null;
  for (let split = margin; split <= n - margin; split++) {
    const contrast = step(split, series);
    const norm = dot(contrast, contrast);
    if (!(norm > 1e-9)) continue;
    const correlation = dot(contrast, scores) / Math.sqrt(norm * variance * (n - 1));
    const widened = phi > 0 ? Math.max(1, inflation(contrast, series, phi)) : 1;
    const distance = distanceOf(correlation, (n - turn) / widened - 1);
    if (best === null || distance > best.distance) best = { split, distance };
  }
  return best;
}

/**
 * How far out a correlation with so many degrees of freedom is, as a number of the normal distribution that is as rare.
 */
function distanceOf(correlation: number, degrees: number): number {
  const freedom = Math.max(1, degrees);
  const left = 1 - correlation * correlation;
  const t = left > 1e-12 ? Math.abs(correlation) * Math.sqrt(freedom / left) : 1e6;
  return -normalQuantile(Math.max(1e-300, studentTwoSided(t, freedom) / 2));
}

/**
 * Chance that a standardised Brownian bridge goes further from 0 than `distance` somewhere between `margin` and 1 −
 * `margin`.
 */
function largestOfBridge(distance: number, margin: number): number {
  // Below this the approximation, which holds for far distances, turns back.
  const b = Math.max(1.5, distance);
  const span = 2 * Math.log((1 - margin) / margin);
  const density = Math.exp((-b * b) / 2) / Math.sqrt(2 * Math.PI);
  return Math.min(1, density * ((b - 1 / b) * span + 4 / b));
}
