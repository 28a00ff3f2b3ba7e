import type { ScoreFactor } from "#core/domain/score.ts";
import { type FeatureRow, fieldOfFeature } from "../features/feature.ts";
import { type History, historyOf } from "../features/history.ts";
import { engagementFeature, engagementFeatures } from "../features/registry.ts";
import type { LeadModel } from "../lead-model.ts";
import type { Prediction } from "../models/scoring-model.ts";
import type { LeadSnapshot } from "../snapshots/snapshot.ts";
import { calibratedShares } from "./calibrated-shares.ts";
import { describeNumber } from "./describe-value.ts";
import { baseRateFactor, sizedBase, sizedFactor } from "./points.ts";
import { spokenValue } from "./speak-value.ts";
import { strongest } from "./strongest.ts";

/** Names that stand for no field; a field of the same name is told apart by quotes. */
const taken = new Set([
  baseRateFactor,
  "similar past leads",
  "smaller factors",
  "smaller changes",
  "model",
  ...engagementFeatures.map((feature) => feature.label),
]);

/** A lead with what the model says of it. */
export interface Explained {
  snapshot: LeadSnapshot;
  row: FeatureRow;
  /** With its contributions. */
  prediction: Prediction;
}

/**
 * The reasons for a score, strongest first, the base rate last: their contributions add up to its log-odds and their
 * points to the score.
 */
export function factorsOf(model: LeadModel, explained: Explained): ScoreFactor[] {
  return topFactors(model, explained, model.scorer.sources.length);
}

/**
 * The strongest reasons and, last, the base rate. Only these are put into words, so that scoring many leads costs little
 * more than predicting; sizes are those that they have among all reasons.
 */
export function topFactors(model: LeadModel, explained: Explained, count: number): ScoreFactor[] {
  const { scorer, artifact } = model;
  const { names, base } = wordsOf(model);
  const { logOdds, contributions } = explained.prediction;
  const raw = { baseLogOdds: scorer.baseLogOdds, logOdds, contributions };
  const shares = calibratedShares(artifact.calibration, raw);
  let history: History | undefined;
  const factors = strongest(shares.contributions, names, count).map((s) => {
    const source = scorer.sources[s] as string;
    const measure = engagementFeature(source);
    if (measure) history ??= historyOf(explained.snapshot);
    const reason = {
      name: names[s] as string,
      value: spokenValue(model, source, explained),
      contribution: shares.contributions[s] as number,
      evidence: measure && history ? [...measure.evidence(history)] : [],
    };
    return sizedFactor(reason, shares);
  });
  factors.push(sizedBase({ name: baseRateFactor, value: base, contribution: shares.base, evidence: [] }));
  return factors;
}

/** What people call a feature. */
export function factorName(source: string): string {
  const field = fieldOfFeature(source);
  if (field === undefined) return engagementFeature(source)?.label ?? source;
  return taken.has(field) ? `field “${field}”` : field;
}

interface Words {
  /** By source. */
  names: readonly string[];
  base: string;
}

const words = new WeakMap<LeadModel, Words>();

/** Words that are the same for every lead. */
function wordsOf(model: LeadModel): Words {
  let known = words.get(model);
  if (known === undefined) {
    known = { names: model.scorer.sources.map(factorName), base: baseRateInWords(model) };
    words.set(model, known);
  }
  return known;
}

function baseRateInWords({ artifact }: LeadModel): string {
  const { won, lost } = artifact.labels;
  const percent = describeNumber(Number((100 * artifact.baseRate).toPrecision(3)));
  return artifact.kind === "prior"
    ? `${percent} % assumed, ${won + lost} outcomes known`
    : `${percent} % of ${describeNumber(won + lost)} leads won`;
}
