import type { SparseRows } from "../encode/sparse-rows.ts";
import { factor, solve } from "./cholesky.ts";
import { addMoments, type Moments, momentsOf } from "./moments.ts";

/** A run of rows. */
export interface Block {
  from: number;
  to: number;
}

export interface RidgeProblem {
  design: SparseRows;
  /** 1 won, 0 lost. */
  labels: ArrayLike<number>;
  /** Rows to fit, as disjoint runs. */
  blocks: readonly Block[];
  /** λ of λ/2 Σ β², over all coefficients but the intercept. */
  penalty: number;
}

export interface RidgeFit {
  beta: Float64Array;
  /** Of each block, at `beta`. */
  moments: readonly Moments[];
}

/**
 * Ridge logistic regression by Newton's method, which is iteratively reweighted least squares (Hastie, Tibshirani
 * & Friedman, The Elements of Statistical Learning, 4.4.1), with the step halved whenever the loss would rise.
 * @param tolerance of the Newton decrement a row, at which the search ends.
 */
export function fitRidge(problem: RidgeProblem, start: Float64Array, tolerance = 1e-9): RidgeFit {
  const rows = problem.blocks.reduce((sum, block) => sum + block.to - block.from, 0);
  let beta = Float64Array.from(start);
  let best = Number.POSITIVE_INFINITY;
  let previous = beta;
  for (let round = 0; ; round++) {
    const moments = problem.blocks.map((b) => momentsOf(problem.design, problem.labels, beta, b));
    const total = addMoments(moments);
    const loss = total.loss + penaltyOf(beta, problem.penalty);
    if (loss > best + 1e-9 * Math.abs(best) && round < 60) {
      beta = beta.map((b, i) => (b + (previous[i] as number)) / 2);
      continue;
    }
    best = loss;
    const step = newtonStep(total, beta, problem.penalty);
    if (step.decrement <= tolerance * rows || round >= 60) return { beta, moments };
    previous = beta;
    beta = beta.map((b, i) => b + (step.delta[i] as number));
  }
}

export interface NewtonStep {
  delta: Float64Array;
  /** δᵀHδ: twice the fall in loss that the step promises. */
  decrement: number;
}

/** The Newton step of the penalised loss. */
export function newtonStep(total: Moments, beta: Float64Array, penalty: number): NewtonStep {
  const p = beta.length;
  const slope = total.gradient.map((g, j) => -(g + (j === 0 ? 0 : penalty * (beta[j] as number))));
  const delta = solve(penalisedFactor(total.hessian, p, penalty), p, slope);
  let decrement = 0;
  for (let j = 0; j < p; j++) decrement += (delta[j] as number) * (slope[j] as number);
  return { delta, decrement };
}

/** Cholesky factor of XᵀWX + λI, the intercept unpenalised. */
export function penalisedFactor(hessian: Float64Array, p: number, penalty: number): Float64Array {
  const a = Float64Array.from(hessian);
  for (let j = 1; j < p; j++) a[j * p + j] = (a[j * p + j] as number) + penalty;
  factor(a, p);
  return a;
}

function penaltyOf(beta: Float64Array, penalty: number): number {
  let sum = 0;
  for (let j = 1; j < beta.length; j++) sum += (beta[j] as number) ** 2;
  return (penalty / 2) * sum;
}
