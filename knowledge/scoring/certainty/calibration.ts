import { z } from "zod";
import { push, rowSink, type SparseRows } from "../encode/sparse-rows.ts";
import { factor, invertPacked } from "../models/cholesky.ts";
import { addMoments, sigmoid, softplus } from "../models/moments.ts";
import { fitRidge } from "../models/ridge-newton.ts";

/**
 * A monotone map of log-odds: c + a ln p − b ln(1 − p) with a, b ≥ 0, p = σ(log-odds). a = b is Platt's; a = b = 1 and
 * c = 0 change nothing. (Platt 1999; beta calibration: Kull, Silva Filho & Flach, AISTATS 2017.)
 */
export const calibration = z.object({
  kind: z.enum(["identity", "platt", "beta"]),
  a: z.number(),
  b: z.number(),
  c: z.number(),
  /** Of (a, b, c), row by row. */
  covariance: z.array(z.number()).length(9),
});
export type Calibration = z.infer<typeof calibration>;

/** The calibration that changes nothing. */
export const identity: Calibration = { kind: "identity", a: 1, b: 1, c: 0, covariance: Array(9).fill(0) };

/** Calibrated log-odds. */
export function calibrate(map: Calibration, logOdds: number): number {
  if (map.kind === "identity") return logOdds;
  return map.c - map.a * softplus(-logOdds) + map.b * softplus(logOdds);
}

/** Variance of calibrated log-odds by the delta method: of the log-odds and of the calibration itself. */
export function calibratedVariance(map: Calibration, logOdds: number, variance: number): number {
  const p = sigmoid(logOdds);
  const slope = map.kind === "identity" ? 1 : map.a * (1 - p) + map.b * p;
  const by = [-softplus(-logOdds), softplus(logOdds), 1];
  let own = 0;
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      own += (map.covariance[3 * i + j] ?? 0) * (by[i] as number) * (by[j] as number);
    }
  }
  return slope * slope * variance + Math.max(0, own);
}

/** What a map has to adjust. */
const parameters = { platt: 2, beta: 3 } as const;

/**
 * Fits Platt's and beta calibration to out-of-fold log-odds and keeps the map that lowers their log loss the most after
 * paying for itself: by more nats over all leads than it has parameters (Akaike, IEEE Transactions on Automatic Control 19,
 * 1974); else none. Fitting a map to some folds to judge it on others would mislead here: a model that has not seen a fold
 * errs against that fold's luck, so the maps of other folds err the other way.
 */
export function fitCalibration(logOdds: Float64Array, labels: Uint8Array): Calibration {
  const loss = lossOf(identity, logOdds, labels);
  let best = identity;
  let bestGain = 0;
  for (const kind of ["platt", "beta"] as const) {
    const fitted = fitKind(kind, logOdds, labels);
    if (fitted === null) continue;
    const gain = loss - lossOf(fitted, logOdds, labels) - parameters[kind];
    if (gain <= bestGain) continue;
    best = fitted;
    bestGain = gain;
  }
  return best;
}

/** Log loss over all leads, in nats. */
function lossOf(map: Calibration, logOdds: Float64Array, labels: Uint8Array): number {
  let sum = 0;
  for (let r = 0; r < logOdds.length; r++) {
    const calibrated = calibrate(map, logOdds[r] as number);
    sum += softplus(calibrated) - (labels[r] as number) * calibrated;
  }
  return sum;
}

/** Null when the best fit is not monotone, or there is nothing to fit. */
function fitKind(kind: "platt" | "beta", logOdds: Float64Array, labels: Uint8Array): Calibration | null {
  const won = labels.reduce((sum, y) => sum + y, 0);
  if (won === 0 || won === labels.length) return null;
  const terms: Term[] = kind === "platt" ? [(z) => z] : [(z) => -softplus(-z), softplus];
  const { beta, covariance } = regress(terms, logOdds, smoothed(labels, won));
  const [c = 0, a = 0, b = a] = beta;
  if (a <= 0 || b <= 0) return null;
  // Platt's slope is both a and b at once, so its variance stands in all four places.
  const at = kind === "platt" ? [1, 1, 0] : [1, 2, 0];
  const spread = at.flatMap((i) => at.map((j) => covariance(i, j)));
  return { kind, a, b, c, covariance: spread };
}

/**
 * Platt's targets: not 0 and 1 but what would be expected of one more lead of each kind. Without them a table that a leak
 * separates drives the slope to infinity. (Platt 1999, section 2.2.)
 */
function smoothed(labels: Uint8Array, won: number): Float64Array {
  const high = (won + 1) / (won + 2);
  const low = 1 / (labels.length - won + 2);
  return Float64Array.from(labels, (y) => (y === 1 ? high : low));
}

type Term = (logOdds: number) => number;

function regress(
  terms: readonly Term[],
  logOdds: Float64Array,
  labels: Float64Array,
): { beta: Float64Array; covariance: (i: number, j: number) => number } {
  const design = designOf(terms, logOdds);
  const p = design.columns;
  const blocks = [{ from: 0, to: design.rows }];
  const { beta, moments } = fitRidge({ design, labels, blocks, penalty: 1e-6 }, new Float64Array(p), 1e-12);
  const { hessian } = addMoments(moments);
  factor(hessian, p);
  const inverse = invertPacked(hessian, p);
  const covariance = (i: number, j: number) =>
    inverse[(Math.max(i, j) * (Math.max(i, j) + 1)) / 2 + Math.min(i, j)] as number;
  return { beta, covariance };
}

function designOf(terms: readonly Term[], logOdds: Float64Array): SparseRows {
  const columns = terms.length + 1;
  const sink = rowSink(logOdds.length * columns + 1);
  const offsets = new Int32Array(logOdds.length + 1);
  logOdds.forEach((z, r) => {
    push(sink, 0, 1);
    for (const [t, term] of terms.entries()) push(sink, t + 1, term(z));
    offsets[r + 1] = sink.size;
  });
  return { rows: logOdds.length, columns, offsets, indices: sink.indices, values: sink.values };
}
