import type { LeadScore } from "#core/domain/score.ts";
import { bandOf } from "./certainty/bands.ts";
import { calibrate } from "./certainty/calibration.ts";
import { completenessOf, confidenceOf } from "./certainty/confidence.ts";
import { halfWidth } from "./certainty/interval.ts";
import { factorsOf } from "./explain/factors.ts";
import type { FeatureRow } from "./features/feature.ts";
import type { LeadModel } from "./lead-model.ts";
import { logit, sigmoid } from "./models/moments.ts";
import type { LeadSnapshot } from "./snapshots/snapshot.ts";

/** A probability is never more certain than one in a million. */
const bound = 1e-6;

/** Scores one lead as of its snapshot's moment. See docs/scoring.md for what each number means. */
export function scoreSnapshot(model: LeadModel, snapshot: LeadSnapshot): LeadScore {
  const row = model.features(snapshot);
  const { calibration, bands, widening, importance } = model.artifact;
  const prediction = model.scorer.predict(row);
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
    factors: factorsOf(model, {
      snapshot,
      row,
      contributions: prediction.contributions,
      calibration: bend(probability, prediction.logOdds),
    }),
  };
}

/** The calibrated probability alone, of features already extracted. */
export function probabilityOf(model: LeadModel, row: FeatureRow): number {
  const { logOdds } = model.scorer.predict(row);
  return bounded(sigmoid(calibrate(model.artifact.calibration, logOdds)));
}

/** What lies between the model's log-odds and those of the probability, or 0 if only rounding does. */
function bend(probability: number, logOdds: number): number {
  const difference = logit(probability) - logOdds;
  return Math.abs(difference) < 5e-10 ? 0 : difference;
}

function bounded(probability: number): number {
  return Math.min(1 - bound, Math.max(bound, probability));
}
