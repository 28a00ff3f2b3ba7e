import type { SparseRows } from "../encode/sparse-rows.ts";
import { addMoments, logOddsOf, type Moments, softplus } from "./moments.ts";
import { type Block, fitRidge, newtonStep, type RidgeFit } from "./ridge-newton.ts";

/** Strong to weak, so that each fit starts near its end. Columns are standardised: λ is 1 / prior variance of β. */
export const penalties = [300, 100, 30, 10, 3, 1, 0.3] as const;

/** Rows of one fold stand together, so that each fold is a block. */
export interface FoldedRows {
  design: SparseRows;
  labels: Uint8Array;
  folds: readonly Block[];
}

export interface PenaltyFit extends RidgeFit {
  penalty: number;
  /** Out-of-fold log-odds of each row. */
  outOfFold: Float64Array;
  /** Mean out-of-fold log loss, in nats. */
  logLoss: number;
}

/** Fits one penalty on all rows and says how it does on rows it has not seen. */
export function crossValidate(
  { design, labels, folds }: FoldedRows,
  penalty: number,
  start: Float64Array,
): PenaltyFit {
  const fit = fitRidge({ design, labels, blocks: folds, penalty }, start, 1e-7);
  const outOfFold = new Float64Array(design.rows);
  folds.forEach((fold, k) => {
    const others = folds.filter((_, i) => i !== k);
    const rest = addMoments(fit.moments.filter((_, i) => i !== k));
    const beta = withoutFold(fit.beta, rest, penalty, () =>
      fitRidge({ design, labels, blocks: others, penalty }, fit.beta, 1e-6),
    );
    logOddsOf(design, beta, fold, outOfFold);
  });
  return { ...fit, penalty, outOfFold, logLoss: meanLogLoss(outOfFold, labels) };
}

/**
 * Coefficients without one fold: one Newton step away from those of all rows where it moves the log-odds so little
 * (root mean square under 0.2) that further steps would change nothing visible; refitted otherwise, as on small data.
 * (Approximate cross-validation: Beirami et al., NeurIPS 2017; Rad & Maleki, JRSS B 2020.)
 */
function withoutFold(
  beta: Float64Array,
  rest: Moments,
  penalty: number,
  refit: () => RidgeFit,
): Float64Array {
  const { delta, decrement } = newtonStep(rest, beta, penalty);
  if (decrement > 0.04 * rest.weight) return refit().beta;
  return beta.map((b, j) => b + (delta[j] as number));
}

function meanLogLoss(logOdds: Float64Array, labels: Uint8Array): number {
  let sum = 0;
  for (let r = 0; r < logOdds.length; r++) {
    const z = logOdds[r] as number;
    sum += softplus(z) - (labels[r] as number) * z;
  }
  return sum / logOdds.length;
}
