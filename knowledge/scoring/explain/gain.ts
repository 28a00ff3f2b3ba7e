import type { Calibration } from "../certainty/calibration.ts";
import type { FeatureRow } from "../features/feature.ts";
import type { LeadModel } from "../lead-model.ts";
import { sigmoid, softplus } from "../models/moments.ts";
import type { ScoringModel } from "../models/scoring-model.ts";
import { isStack } from "../models/stack.ts";
import { servedLogOdds } from "./calibrated-shares.ts";
import { secantSlope } from "./secant.ts";

/** By how much a score would change, in points of 100. */
export interface Gain {
  points: number;
  /** 90 % interval of the difference. */
  low: number;
  high: number;
}

/** The 95 % point of the standard normal distribution: two-sided 90 %. */
const z90 = 1.6449;

/**
 * What the model expects of a lead that comes to look otherwise. The interval is that of the difference: what is unknown of
 * the lead before and after alike cancels out where the model can tell (`differenceVariance`); else both predictions count
 * as independent, which is too wide rather than too narrow. It knows nothing of causes.
 */
export function gainOf(model: LeadModel, before: FeatureRow, after: FeatureRow): Gain {
  const { scorer, artifact } = model;
  const [was, is] = [scorer.predict(before, false), scorer.predict(after, false)];
  const variance = differenceVariance(scorer, before, after);
  const map = artifact.calibration;
  const [from, to] = [servedLogOdds(map, was.logOdds), servedLogOdds(map, is.logOdds)];
  const slope = secantSlope((z) => servedLogOdds(map, z), was.logOdds, is.logOdds);
  const own = calibrationVariance(map, was.logOdds, is.logOdds);
  const { factor, missed } = artifact.widening;
  // What the model does not see of the two states is counted once: they have most of it in common.
  const half = z90 * Math.sqrt(factor * factor * (slope * slope * variance + own) + missed);
  const pointsTo = (logOdds: number) => 100 * (sigmoid(logOdds) - sigmoid(from));
  return { points: pointsTo(to), low: pointsTo(to - half), high: pointsTo(to + half) };
}

/** Of a stack: as its predictions, the parts' errors are taken to go the same way. */
function differenceVariance(scorer: ScoringModel, before: FeatureRow, after: FeatureRow): number {
  if (isStack(scorer)) {
    const voting = scorer.parts.filter(({ weight }) => weight > 0);
    const deviation = voting.reduce(
      (sum, { model, weight }) => sum + weight * Math.sqrt(differenceVariance(model, before, after)),
      0,
    );
    return deviation * deviation;
  }
  const known = scorer.differenceVariance?.(before, after);
  return known ?? scorer.predict(before, false).variance + scorer.predict(after, false).variance;
}

/** What the calibration's own coefficients leave open of a difference: delta method; its constant cancels out. */
function calibrationVariance({ covariance }: Calibration, from: number, to: number): number {
  const by = [softplus(-from) - softplus(-to), softplus(to) - softplus(from)];
  let sum = 0;
  for (let i = 0; i < 2; i++) {
    for (let j = 0; j < 2; j++) sum += (covariance[3 * i + j] ?? 0) * (by[i] as number) * (by[j] as number);
  }
  return Math.max(0, sum);
}
