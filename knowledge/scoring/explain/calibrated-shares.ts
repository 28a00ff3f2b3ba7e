import { type Calibration, calibrate } from "../certainty/calibration.ts";
import { sigmoid } from "../models/moments.ts";
import { secantSlope } from "./secant.ts";

/** A probability is never more certain than one in a million. */
export const probabilityBound = 1e-6;

const logOddsBound = Math.log((1 - probabilityBound) / probabilityBound);

/** What a model's log-odds come to after calibration and the bounds of the probability. */
export function servedLogOdds(map: Calibration, logOdds: number): number {
  return Math.max(-logOddsBound, Math.min(logOddsBound, calibrate(map, logOdds)));
}

/** A score that is split among the sources of its model, in log-odds of the served probability. */
export interface Shares {
  /** One per source. */
  contributions: Float64Array;
  /** Of an average lead; with all contributions it adds up to the served log-odds. */
  base: number;
  /** Points of 100 that one unit of contribution is worth. */
  pointsEach: number;
  /** Sum of the absolute contributions. */
  strength: number;
}

export interface RawShares {
  /** Before calibration; all contributions add up to their difference. */
  baseLogOdds: number;
  logOdds: number;
  contributions: Float64Array;
}

/** Carries contributions through the calibration, its bounds and on to points, each time by the secant. */
export function calibratedShares(map: Calibration, raw: RawShares): Shares {
  const { baseLogOdds, logOdds } = raw;
  const slope = secantSlope((z) => servedLogOdds(map, z), baseLogOdds, logOdds);
  const contributions = new Float64Array(raw.contributions.length);
  let base = servedLogOdds(map, logOdds);
  let strength = 0;
  for (let s = 0; s < contributions.length; s++) {
    const share = slope * (raw.contributions[s] as number);
    contributions[s] = share;
    base -= share;
    strength += Math.abs(share);
  }
  return { contributions, base, strength, pointsEach: pointsEach(base, servedLogOdds(map, logOdds)) };
}

/** Points of 100 that a unit of log-odds is worth on the way from the base to the score. */
export function pointsEach(base: number, logOdds: number): number {
  return 100 * secantSlope(sigmoid, base, logOdds);
}
