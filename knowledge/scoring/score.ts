import type { LeadScore } from "#core/domain/score.ts";
import { bandOf } from "./certainty/bands.ts";
import { calibrate } from "./certainty/calibration.ts";
import { completenessOf, confidenceOf } from "./certainty/confidence.ts";
import { halfWidth } from "./certainty/interval.ts";
import { probabilityBound } from "./explain/calibrated-shares.ts";
import { type Explained, factorsOf, topFactors } from "./explain/factors.ts";
import type { FeatureRow } from "./features/feature.ts";
import type { LeadModel } from "./lead-model.ts";
import { sigmoid } from "./models/moments.ts";
import type { LeadSnapshot } from "./snapshots/snapshot.ts";

export interface ScoreOptions {
  /**
   * How many reasons are wanted. A number gives the strongest so many and the base rate, which then need not add up; 0
   * gives none at all, and spares the work of finding them.
   */
  factors?: "all" | number;
}

/** Scores one lead as of its snapshot's moment. See docs/scoring.md for what each number means. */
export function scoreSnapshot(
  model: LeadModel,
  snapshot: LeadSnapshot,
  { factors = "all" }: ScoreOptions = {},
): LeadScore {
  const row = model.features(snapshot);
  const { calibration, bands, widening, importance } = model.artifact;
  const prediction = model.scorer.predict(row, factors !== 0);
  const calibrated = calibrate(calibration, prediction.logOdds);
  const probability = bounded(sigmoid(calibrated));
  const half = halfWidth(calibration, prediction, widening);
  const completeness = completenessOf(prediction.known, importance);
  return {
    score: 100 * probability,
    probability,
    low: Math.min(probability, bounded(sigmoid(calibrated - half))),
    high: Math.max(probability, bounded(sigmoid(calibrated + half))),
    band: bandOf(probability, bands),
    confidence: confidenceOf({ halfWidth: half, completeness }),
    factors: reasons(model, { snapshot, row, prediction }, factors),
  };
}

/** The calibrated probability alone, of features already extracted. */
export function probabilityOf(model: LeadModel, row: FeatureRow): number {
  const { logOdds } = model.scorer.predict(row, false);
  return bounded(sigmoid(calibrate(model.artifact.calibration, logOdds)));
}

function reasons(model: LeadModel, explained: Explained, wanted: "all" | number): LeadScore["factors"] {
  if (wanted === 0) return [];
  return wanted === "all" ? factorsOf(model, explained) : topFactors(model, explained, wanted);
}

function bounded(probability: number): number {
  return Math.min(1 - probabilityBound, Math.max(probabilityBound, probability));
}
