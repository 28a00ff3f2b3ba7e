import type { ScoreFactor } from "#core/domain/score.ts";
import { sigmoid } from "../models/moments.ts";
import { pointsEach } from "./calibrated-shares.ts";

/** The factor that stands for an average lead. */
export const baseRateFactor = "base rate";

/** A reason before it is held against the others. */
export type Reason = Pick<ScoreFactor, "name" | "value" | "contribution" | "evidence">;

/** What one contribution is held against. */
export interface Scale {
  /** Sum of all absolute contributions but the base rate's. */
  strength: number;
  /** Points of 100 that one unit of contribution is worth. */
  pointsEach: number;
}

/**
 * Fills in points, weights, impact and effect of any factors whose contributions add up to a score's log-odds, the base
 * rate among them; strongest first, the base rate last. The points add up to the score within 1e-9.
 */
export function weighFactors(reasons: readonly Reason[]): ScoreFactor[] {
  const others = reasons.filter(({ name }) => name !== baseRateFactor);
  const bases = reasons.filter(({ name }) => name === baseRateFactor);
  const sum = (of: readonly Reason[]) => of.reduce((total, { contribution }) => total + contribution, 0);
  const base = sum(bases);
  const scale = {
    strength: others.reduce((total, { contribution }) => total + Math.abs(contribution), 0),
    pointsEach: pointsEach(base, base + sum(others)),
  };
  const weighed = others.map((reason) => sizedFactor(reason, scale)).sort(byStrength);
  return [...weighed, ...bases.map(sizedBase)];
}

/** A reason with its size beside the others. Impact is HIGH from a weight of .2 on, MEDIUM from .07. */
export function sizedFactor(reason: Reason, { strength, pointsEach }: Scale): ScoreFactor {
  const { name, value, contribution, evidence } = reason;
  const weight = strength === 0 ? 0 : contribution / strength;
  return {
    name,
    value,
    contribution,
    points: pointsEach * contribution,
    effect: effectOf(contribution),
    weight,
    impact: impactOf(weight),
    evidence,
  };
}

/** The base rate: every lead has it, so it is no reason to prefer one. */
export function sizedBase({ name, value, contribution, evidence }: Reason): ScoreFactor {
  const points = 100 * sigmoid(contribution);
  return { name, value, contribution, points, effect: "neutral", weight: 0, impact: "LOW", evidence };
}

function byStrength(a: ScoreFactor, b: ScoreFactor): number {
  return Math.abs(b.contribution) - Math.abs(a.contribution) || (a.name < b.name ? -1 : 1);
}

/** Log-odds that move no score: .005 is at most an eighth of a point. */
const negligible = 0.005;

function effectOf(contribution: number): ScoreFactor["effect"] {
  if (Math.abs(contribution) < negligible) return "neutral";
  return contribution > 0 ? "raises" : "lowers";
}

function impactOf(weight: number): ScoreFactor["impact"] {
  const share = Math.abs(weight);
  if (share >= 0.2) return "HIGH";
  return share >= 0.07 ? "MEDIUM" : "LOW";
}
