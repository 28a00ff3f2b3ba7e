import type { History } from "./model.ts";

/** Which parts an exponential smoothing has. */
export interface SmoothingKind {
  season: "none" | "additive" | "multiplicative";
  /** Whether a damped trend is followed. */
  trend: boolean;
}

/** What it remembers between values. */
export interface SmoothingState {
  level: number;
  trend: number;
  /** By place in the turn; empty without a season. */
  seasons: Float64Array;
}

/** The state before the first value, from the first two turns (without a season: the first ten values). */
export function firstState({ values, season }: History, kind: SmoothingKind): SmoothingState {
  const seasonal = kind.season !== "none";
  const early = values.subarray(0, seasonal ? 2 * season : 10);
  const { intercept, slope } = lineOf(early);
  const seasons = new Float64Array(seasonal ? season : 0);
  for (let place = 0; place < seasons.length; place++)
    seasons[place] = seasonOf(early, { place, season, kind });
  // Half the slope: over so few values most of it is chance.
  return { level: kind.trend ? intercept : meanOf(early), trend: kind.trend ? slope / 2 : 0, seasons };
}

function seasonOf(
  early: Float64Array,
  { place, season, kind }: { place: number; season: number; kind: SmoothingKind },
): number {
  const multiplicative = kind.season === "multiplicative";
  let [sum, count] = [0, 0];
  for (let at = place; at < early.length; at += season) {
    const turn = Math.floor(at / season) * season;
    const level = meanOf(early.subarray(turn, turn + season));
    const value = early[at] as number;
    if (Number.isNaN(value) || (multiplicative && level <= 0)) continue;
    sum += multiplicative ? value / level : value - level;
    count++;
  }
  if (count > 0) return sum / count;
  return multiplicative ? 1 : 0;
}

function meanOf(values: Float64Array): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
}

/** Least squares by place; level at the first place. */
export function lineOf(values: Float64Array): { intercept: number; slope: number } {
  let [n, sumT, sumY, sumTT, sumTY] = [0, 0, 0, 0, 0];
  for (let t = 0; t < values.length; t++) {
    const y = values[t] as number;
    if (Number.isNaN(y)) continue;
    n++;
    sumT += t;
    sumY += y;
    sumTT += t * t;
    sumTY += t * y;
  }
  const spread = sumTT - (sumT * sumT) / Math.max(1, n);
  const slope = spread > 0 ? (sumTY - (sumT * sumY) / n) / spread : 0;
  return { slope, intercept: n > 0 ? (sumY - slope * sumT) / n : 0 };
}
