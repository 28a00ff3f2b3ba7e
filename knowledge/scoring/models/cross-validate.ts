import type { SparseRows } from "../encode/sparse-rows.ts";
import type { Pause } from "./learner.ts";
import { addMoments, logit, logOddsOf, softplus } from "./moments.ts";
import { type Block, fitRidge, newtonStep, type Pull, type RidgeFit } from "./ridge-newton.ts";

/** Columns are standardised: λ is 1 / prior variance of β. */
const penalties = [300, 100, 30, 10, 3, 1, 0.3] as const;

/**
 * The penalties to choose from, strong to weak. With under 200 rows cross-validation cannot tell weak relations from none
 * and would now and then take the strongest penalty, which leaves the scorecard alone with its say: 30 is the strongest then.
 * (Of 300, 100 and 30 it had the best mean AUC and log loss at 20 + 20 and 40 + 40 leads: evals/suites/few-labels.)
 */
export function penaltiesFor(rows: number): readonly number[] {
  return rows < 200 ? penalties.filter((penalty) => penalty <= 30) : penalties;
}

/** On fewer rows the valley of cross-validated losses has ripples, and looking over them costs little. */
const manyRows = 5000;

/** Rows of one fold stand together, so that each fold is a block. */
export interface FoldedRows {
  design: SparseRows;
  labels: Uint8Array;
  folds: readonly Block[];
  pull?: Pull | undefined;
}

/** How coefficients do on rows that they have not seen. */
export interface OutOfFold {
  /** Coefficients without each fold. */
  betas: readonly Float64Array[];
  /** Log-odds of each row by the coefficients without its fold. */
  outOfFold: Float64Array;
  /** Mean log loss of those, in nats. */
  logLoss: number;
}

export interface PenaltyFit extends RidgeFit, OutOfFold {
  penalty: number;
}

/** Fits one penalty on all rows. */
export function fitPenalty(
  { design, labels, folds, pull }: FoldedRows,
  penalty: number,
  start: Float64Array,
): RidgeFit {
  return fitRidge({ design, labels, blocks: folds, penalty, pull }, start, 1e-7);
}

/** Coefficients to begin with: those of an eighth of the rows where there are many, so that the first steps cost little. */
export function firstGuess({ design, labels, folds, pull }: FoldedRows, penalty: number): Float64Array {
  const start = new Float64Array(design.columns);
  // One more lead of each outcome, so that a table with one outcome only has a beginning too.
  start[0] = logit((labels.reduce((sum, y) => sum + y, 0) + 1) / (labels.length + 2));
  if (pull) start[pull.column] = pull.towards;
  if (design.rows < manyRows) return start;
  const blocks = folds.map(({ from, to }) => ({ from, to: from + ((to - from) >> 3) }));
  return fitRidge({ design, labels, blocks, penalty, pull }, start, 1e-4).beta;
}

/** Fits one penalty on all rows and says how it does on rows it has not seen. */
export function crossValidate(folded: FoldedRows, penalty: number, start: Float64Array): PenaltyFit {
  const fit = fitPenalty(folded, penalty, start);
  return { ...fit, ...judge(folded, penalty, fit), penalty };
}

/**
 * Cross-validates the penalty of the grid with the lowest log loss, walking from the middle downhill both ways. Each step
 * judges its penalty from the fit of the one before it, so on many rows most penalties cost no pass over the rows' moments.
 */
export async function choosePenalty(folded: FoldedRows, pause: Pause): Promise<PenaltyFit> {
  const grid = penaltiesFor(folded.design.rows);
  const rise = folded.design.rows < manyRows ? 1.01 : 1;
  const middle = grid.length >> 1;
  const start = firstGuess(folded, grid[middle] as number);
  await pause(0.1);
  const first = crossValidate(folded, grid[middle] as number, start);
  let best = { penalty: first.penalty, logLoss: first.logLoss, beta: first.beta };
  let done = 1;
  for (const step of [1, -1]) {
    let near: RidgeFit = first;
    for (let i = middle + step; i >= 0 && i < grid.length; i += step) {
      await pause(0.1 + (0.9 * done++) / grid.length);
      const penalty = grid[i] as number;
      const { logLoss } = judge(folded, penalty, near);
      if (logLoss >= best.logLoss * rise) break;
      near = fitPenalty(folded, penalty, near.beta);
      if (logLoss < best.logLoss) best = { penalty, logLoss, beta: near.beta };
    }
    if (best.logLoss * rise < first.logLoss) break;
  }
  return best.penalty === first.penalty ? first : crossValidate(folded, best.penalty, best.beta);
}

/** @param near a fit on all rows, of this penalty or of one near it. */
function judge(folded: FoldedRows, penalty: number, near: RidgeFit): OutOfFold {
  const outOfFold = new Float64Array(folded.design.rows);
  const betas = folded.folds.map((fold, k) => {
    const beta = withoutFold(folded, k, penalty, near);
    logOddsOf(folded.design, beta, fold, outOfFold);
    return beta;
  });
  return { betas, outOfFold, logLoss: meanLogLoss(outOfFold, folded.labels) };
}

/**
 * Coefficients without one fold: one Newton step away from those of all rows where it moves the log-odds so little
 * (root mean square under 0.2) that further steps would change nothing visible; refitted otherwise, as on small data.
 * (Approximate cross-validation: Beirami et al., NeurIPS 2017; Rad & Maleki, JRSS B 2020.)
 */
function withoutFold(folded: FoldedRows, k: number, penalty: number, near: RidgeFit): Float64Array {
  const { design, labels, folds, pull } = folded;
  const rest = addMoments(near.moments.filter((_, i) => i !== k));
  const { delta, decrement } = newtonStep(rest, near.beta, { penalty, pull });
  if (decrement <= 0.04 * rest.weight) return near.beta.map((b, j) => b + (delta[j] as number));
  const { from, to } = folds[k] as Block;
  // Two runs and not one a fold: each has a Hessian of its own.
  const blocks = [
    { from: 0, to: from },
    { from: to, to: design.rows },
  ].filter((block) => block.to > block.from);
  return fitRidge({ design, labels, blocks, penalty, pull }, near.beta, 1e-6).beta;
}

function meanLogLoss(logOdds: Float64Array, labels: Uint8Array): number {
  let sum = 0;
  for (let r = 0; r < logOdds.length; r++) {
    const z = logOdds[r] as number;
    sum += softplus(z) - (labels[r] as number) * z;
  }
  return sum / logOdds.length;
}
