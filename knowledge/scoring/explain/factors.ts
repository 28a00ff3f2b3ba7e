import type { ScoreFactor } from "#core/domain/score.ts";
import { type FeatureRow, fieldOfFeature } from "../features/feature.ts";
import { historyOf } from "../features/history.ts";
import { engagementFeature, engagementFeatures } from "../features/registry.ts";
import type { LeadModel } from "../lead-model.ts";
import type { LeadSnapshot } from "../snapshots/snapshot.ts";
import { describeField, describeMeasure, describeNumber } from "./describe-value.ts";

/** Names of the two factors that stand for no field; a field of the same name is told apart by quotes. */
export const baseRateFactor = "base rate";
export const calibrationFactor = "calibration";

const taken = new Set([baseRateFactor, calibrationFactor, ...engagementFeatures.map((f) => f.label)]);

export interface Explained {
  snapshot: LeadSnapshot;
  row: FeatureRow;
  /** Log-odds by source of the model. */
  contributions: Float64Array;
  /** What calibration and the bounds of the probability add. */
  calibration: number;
}

/**
 * The reasons for a score, strongest first, the base rate last; their contributions add up to its log-odds. A factor's
 * weight is its share of all absolute contributions but the base rate's; at .2 its impact is HIGH, at .07 MEDIUM.
 */
export function factorsOf(model: LeadModel, explained: Explained): ScoreFactor[] {
  const { contributions, calibration, snapshot } = explained;
  let total = Math.abs(calibration);
  for (let s = 0; s < contributions.length; s++) total += Math.abs(contributions[s] as number);
  const sized = (name: string, value: string, contribution: number, evidence: readonly string[] = []) => {
    const weight = total === 0 ? 0 : contribution / total;
    return { name, value, contribution, weight, impact: impactOf(weight), evidence: [...evidence] };
  };
  const history = historyOf(snapshot);
  const factors = model.scorer.sources.map((source, s) => {
    const contribution = contributions[s] as number;
    const measure = engagementFeature(source);
    const value = spokenValue(source, explained);
    return sized(factorName(source), value, contribution, measure?.evidence(history));
  });
  if (calibration !== 0)
    factors.push(sized(calibrationFactor, "corrects chances to past results", calibration));
  factors.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution) || (a.name < b.name ? -1 : 1));
  return [...factors, baseRate(model)];
}

/** What people call a feature. */
export function factorName(source: string): string {
  const field = fieldOfFeature(source);
  if (field === undefined) return engagementFeature(source)?.label ?? source;
  return taken.has(field) ? `field “${field}”` : field;
}

/** What the lead has there, as a person would say it. */
function spokenValue(source: string, { snapshot, row }: Explained): string {
  const field = fieldOfFeature(source);
  if (field !== undefined) return describeField(snapshot.fields[field], snapshot.asOf);
  return describeMeasure(row[source], engagementFeature(source)?.unit ?? "count");
}

function baseRate({ scorer, artifact }: LeadModel): ScoreFactor {
  const { won, lost } = artifact.labels;
  const percent = describeNumber(Number((100 * artifact.baseRate).toPrecision(3)));
  const value =
    artifact.kind === "prior"
      ? `${percent} % assumed, ${won + lost} outcomes known`
      : `${percent} % of ${describeNumber(won + lost)} leads won`;
  return {
    name: baseRateFactor,
    value,
    contribution: scorer.baseLogOdds,
    // Every lead has it, so it is no reason to prefer one.
    weight: 0,
    impact: "LOW",
    evidence: [],
  };
}

/** A weight in words. */
export function impactOf(weight: number): ScoreFactor["impact"] {
  const share = Math.abs(weight);
  if (share >= 0.2) return "HIGH";
  return share >= 0.07 ? "MEDIUM" : "LOW";
}
