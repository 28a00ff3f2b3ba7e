import type { Band } from "#core/domain/score.ts";
import { AppError } from "#core/errors.ts";
import type { Judged } from "#knowledge/scoring/evaluate/auc.ts";
import { averagePrecision } from "#knowledge/scoring/evaluate/average-precision.ts";
import { bootstrapIntervals } from "#knowledge/scoring/evaluate/bootstrap.ts";
import { type BrierParts, brierDecomposition } from "#knowledge/scoring/evaluate/brier-decomposition.ts";
import { type CalibrationFloor, calibrationFloor } from "#knowledge/scoring/evaluate/calibration-floor.ts";
import { evaluate, type Metrics } from "#knowledge/scoring/evaluate/evaluate.ts";
import { lift } from "#knowledge/scoring/evaluate/lift.ts";
import { brier, logLoss } from "#knowledge/scoring/evaluate/proper-scores.ts";
import { type ReliabilityBin, reliabilityTable } from "#knowledge/scoring/evaluate/reliability.ts";
import { type ThresholdPoint, thresholdCurve } from "#knowledge/scoring/evaluate/threshold-curve.ts";
import { wilsonInterval } from "#knowledge/scoring/evaluate/wilson.ts";
import { type Findings, findingsOf } from "./findings.ts";
import type { ScoredTable, ScoringCase } from "./scored-table.ts";

/** A figure with its 95 % interval. */
export interface Ranged {
  value: number;
  low: number;
  high: number;
}

/** The best-scored share of the leads. */
export interface Targeting {
  share: number;
  /** Share of the won leads among them. */
  gain: Ranged;
  lift: Ranged;
}

/** Leads of one band. */
export interface BandShare {
  band: Band;
  leads: number;
  /** Of all leads. */
  share: number;
  /** Share won, with its 95 % interval; NaN without leads. */
  rate: Ranged;
}

/** Leads by score in equal steps of 0–1. */
export interface ScoreHistogram {
  won: number[];
  lost: number[];
}

/** All that is reported of a table. */
export interface TableResult {
  name: string;
  way: string;
  reference: ScoringCase["reference"] | null;
  metrics: Metrics;
  intervals: Record<"auc" | "prAuc" | "brier" | "logLoss", { low: number; high: number }>;
  brierParts: BrierParts;
  /** Of ECE15: what chance alone shows. */
  eceFloor: CalibrationFloor;
  targeting: Targeting[];
  bands: BandShare[];
  reliability: ReliabilityBin[];
  curve: ThresholdPoint[];
  histogram: ScoreHistogram;
  /** Lowest and highest probability of a test row. */
  range: [number, number];
  model: { kind: string; calibration: string; leads: number; baseRate: number | null; columns: string[] };
  findings: Findings;
  scored: number;
  seconds: ScoredTable["seconds"];
  factorGap: number;
}

const shares = [0.1, 0.2, 0.3] as const;

/** Judges scores by what happened. @throws AppError VALIDATION_FAILED when the test rows have one outcome only. */
export function judgeTable(
  name: string,
  scored: ScoredTable,
  reference?: ScoringCase["reference"],
): TableResult {
  const judged: Judged = { scores: scored.probabilities, labels: scored.labels };
  const metrics = evaluate(judged);
  if (!metrics) throw new AppError("VALIDATION_FAILED", `The test rows of ${name} have one outcome only.`);
  const { report, way, seconds, factorGap } = scored;
  const boot = bootstrapIntervals(judged, { prAuc: averagePrecision, brier, logLoss, ...liftsAt });
  return {
    name,
    way,
    reference: reference ?? null,
    metrics,
    intervals: {
      auc: { low: metrics.aucLow, high: metrics.aucHigh },
      prAuc: boot.prAuc,
      brier: boot.brier,
      logLoss: boot.logLoss,
    },
    brierParts: brierDecomposition(judged),
    eceFloor: calibrationFloor(judged.scores),
    targeting: shares.map((share) => targetingAt(share, lift(judged, share), boot[`lift${share}`])),
    bands: bandShares(scored),
    reliability: reliabilityTable(judged),
    curve: thresholdCurve(judged, 0.004),
    histogram: histogramOf(judged),
    range: [Math.min(...judged.scores), Math.max(...judged.scores)],
    model: {
      kind: report.kind,
      calibration: report.calibration.kind,
      leads: report.rows,
      baseRate: report.baseRate,
      columns: report.columns.used.map((column) => column.name),
    },
    findings: findingsOf(report),
    scored: scored.scored,
    seconds,
    factorGap,
  };
}

const liftsAt = {
  "lift0.1": (judged: Judged) => lift(judged, 0.1),
  "lift0.2": (judged: Judged) => lift(judged, 0.2),
  "lift0.3": (judged: Judged) => lift(judged, 0.3),
};

function targetingAt(share: number, value: number, { low, high }: { low: number; high: number }): Targeting {
  return {
    share,
    lift: { value, low, high },
    gain: { value: value * share, low: low * share, high: high * share },
  };
}

function bandShares({ bands, labels }: ScoredTable): BandShare[] {
  return (["A", "B", "C", "D"] as const).map((band) => {
    const places = [...bands.keys()].filter((place) => bands[place] === band);
    const won = places.filter((place) => labels[place] === 1).length;
    const rate = { value: won / places.length, ...wilsonInterval(won, places.length) };
    return { band, leads: places.length, share: places.length / bands.length, rate };
  });
}

function histogramOf({ scores, labels }: Judged, steps = 25): ScoreHistogram {
  const histogram = { won: new Array<number>(steps).fill(0), lost: new Array<number>(steps).fill(0) };
  scores.forEach((score, i) => {
    const side = labels[i] === 1 ? histogram.won : histogram.lost;
    const step = Math.min(steps - 1, Math.floor(score * steps));
    side[step] = (side[step] as number) + 1;
  });
  return histogram;
}
