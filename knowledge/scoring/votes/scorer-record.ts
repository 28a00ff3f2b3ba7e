import { type Calibration, calibrate, fitCalibration, identity } from "../certainty/calibration.ts";
import { logLoss } from "../evaluate/proper-scores.ts";
import { sigmoid } from "../models/moments.ts";
import { boundedLogOdds } from "./bounded-log-odds.ts";
import type { PastVote } from "./past-votes.ts";

/** How well a scorer foretold the leads that have ended since it voted. Log losses are means over them, in nats. */
export interface ScorerRecord {
  leads: number;
  /** Of its votes as they count: bounded, and mended by `calibration`, which was then fitted to other leads. */
  logLoss: number;
  /** Of the statistical score on the same leads at the same moments. */
  localLogLoss: number;
  /** Of telling each lead the share won among the other ones. */
  baseRateLogLoss: number;
  /** Standard error of logLoss − baseRateLogLoss; 0 for a single lead. */
  error: number;
  /** Mends what the scorer says, as its record teaches; the identity while the record is small. */
  calibration: Calibration;
}

/** From here on a record is large enough to mend a scorer's votes by. */
const calibratedFrom = 100;

/** Judges one scorer. @param votes at least one, of different leads, in an order that tells nothing of them. */
export function recordOf(votes: readonly PastVote[]): ScorerRecord {
  const labels = Uint8Array.from(votes, ({ won }) => Number(won));
  const logOdds = Float64Array.from(votes, ({ probability }) => boundedLogOdds(probability));
  const scores = crossCalibrated(logOdds, labels).map(sigmoid);
  const local = Float64Array.from(votes, ({ localProbability }) => localProbability);
  const base = baseRates(labels);
  return {
    leads: votes.length,
    logLoss: logLoss({ scores, labels }),
    localLogLoss: logLoss({ scores: local, labels }),
    baseRateLogLoss: logLoss({ scores: base, labels }),
    error: errorOfDifference(scores, base, labels),
    calibration: calibrationOf(logOdds, labels),
  };
}

/** The share won among the other leads, with one made-up lead of either kind: a lead cannot foretell itself. */
function baseRates(labels: Uint8Array): Float64Array {
  const won = labels.reduce((sum, y) => sum + y, 0);
  return Float64Array.from(labels, (y) => (won - y + 1) / (labels.length + 1));
}

function calibrationOf(logOdds: Float64Array, labels: Uint8Array): Calibration {
  if (labels.length < calibratedFrom) return identity;
  return fitCalibration(logOdds, labels);
}

/** Each vote mended by what the other half of the leads teaches, so that a record does not praise itself. */
function crossCalibrated(logOdds: Float64Array, labels: Uint8Array): Float64Array {
  if (labels.length < calibratedFrom) return logOdds;
  const half = labels.length >> 1;
  const maps = [
    fitCalibration(logOdds.subarray(half), labels.subarray(half)),
    fitCalibration(logOdds.subarray(0, half), labels.subarray(0, half)),
  ];
  return logOdds.map((z, r) => calibrate(maps[Number(r >= half)] ?? identity, z));
}

function errorOfDifference(scores: Float64Array, others: Float64Array, labels: Uint8Array): number {
  const n = labels.length;
  if (n < 2) return 0;
  const differences = scores.map(
    (score, r) => lossOf(score, labels, r) - lossOf(others[r] ?? 0.5, labels, r),
  );
  const mean = differences.reduce((sum, d) => sum + d, 0) / n;
  const squares = differences.reduce((sum, d) => sum + (d - mean) ** 2, 0);
  return Math.sqrt(squares / (n - 1) / n);
}

function lossOf(score: number, labels: Uint8Array, row: number): number {
  return -Math.log(labels[row] === 1 ? score : 1 - score);
}
