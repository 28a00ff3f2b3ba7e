import type { FeatureRow } from "../features/feature.ts";
import type { LeadModel } from "../lead-model.ts";
import { sigmoid } from "../models/moments.ts";
import type { LeadSnapshot } from "../snapshots/snapshot.ts";
import { servedLogOdds } from "./calibrated-shares.ts";
import { factorName } from "./factors.ts";
import { secantSlope } from "./secant.ts";
import { spokenValue } from "./speak-value.ts";
import { strongest } from "./strongest.ts";

/** A lead at a moment, and the model that scores it. */
export interface ScoredMoment {
  model: LeadModel;
  /** What the model is called: "version 3". */
  modelName: string;
  snapshot: LeadSnapshot;
}

/** One reason why a score moved. */
export interface Move {
  /** As factors are named; "model" where another model scores now, "smaller changes" for the rest together. */
  factor: string;
  from: string;
  to: string;
  /** Of 100. */
  points: number;
}

/** How a lead's score went from one moment to another. */
export interface ScoreChange {
  fromScore: number;
  toScore: number;
  /** The difference; the points of all reasons add up to it. */
  points: number;
  /** The strongest first, at most 12. */
  reasons: Move[];
}

const shown = 10;
const modelFactor = "model";

/**
 * Why a lead's score moved. What became of the lead is measured by the earlier model: each source's change in log-odds,
 * carried by the secant to points. Where another model scores now, what it says otherwise of the same lead as it is now
 * is one more reason. All add up to the difference of the scores within 1e-9.
 */
export function whyMoved(from: ScoredMoment, to: ScoredMoment): ScoreChange {
  const before = seen(from.model, from.snapshot);
  const after = seen(from.model, to.snapshot);
  const reasons = sourceMoves(from.model, before, after);
  const fromScore = scoreOf(from.model, before);
  const toScore =
    from.model === to.model ? scoreOf(from.model, after) : scoreOf(to.model, seen(to.model, to.snapshot));
  if (from.model !== to.model) {
    const points = toScore - scoreOf(from.model, after);
    reasons.push({ factor: modelFactor, from: from.modelName, to: to.modelName, points });
    reasons.sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  }
  return { fromScore, toScore, points: toScore - fromScore, reasons };
}

interface Seen {
  snapshot: LeadSnapshot;
  row: FeatureRow;
  logOdds: number;
  contributions: Float64Array;
}

function seen(model: LeadModel, snapshot: LeadSnapshot): Seen {
  const row = model.features(snapshot);
  const { logOdds, contributions } = model.scorer.predict(row);
  return { snapshot, row, logOdds, contributions };
}

function scoreOf({ artifact }: LeadModel, { logOdds }: Seen): number {
  return 100 * sigmoid(servedLogOdds(artifact.calibration, logOdds));
}

/** The strongest changes a line each, the others together, so that they still add up. */
function sourceMoves(model: LeadModel, before: Seen, after: Seen): Move[] {
  const { scorer } = model;
  const points = pointsOf(model, before, after);
  const names = scorer.sources.map(factorName);
  const order = strongest(points, names, points.length).filter((s) => points[s] !== 0);
  const moves = order.slice(0, shown).map((s) => {
    const source = scorer.sources[s] as string;
    const [from, to] = [before, after].map((lead) => spokenValue(model, source, lead)) as [string, string];
    return { factor: names[s] as string, from, to, points: points[s] as number };
  });
  const rest = order.slice(shown);
  if (rest.length === 0) return moves;
  const others = rest.reduce((sum, s) => sum + (points[s] as number), 0);
  const [from, to] = ["", `${rest.length} factors together`];
  return [...moves, { factor: "smaller changes", from, to, points: others }];
}

/** Each source's change, in points of 100. */
function pointsOf(model: LeadModel, before: Seen, after: Seen): Float64Array {
  const score = (logOdds: number) => 100 * sigmoid(servedLogOdds(model.artifact.calibration, logOdds));
  const slope = secantSlope(score, before.logOdds, after.logOdds);
  return after.contributions.map((is, s) => slope * (is - (before.contributions[s] as number)));
}
