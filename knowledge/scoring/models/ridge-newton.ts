import type { SparseRows } from "../encode/sparse-rows.ts";
import { factor, solve } from "./cholesky.ts";
import { addMoments, gradientOf, type Moments, momentsOf } from "./moments.ts";

/** A run of rows. */
export interface Block {
  from: number;
  to: number;
}

/** A coefficient with a penalty of its own: `penalty`/2 (β − `towards`)². */
export interface Pull {
  column: number;
  towards: number;
  penalty: number;
}

/** What holds coefficients back: a Gaussian prior. */
export interface Ridge {
  /** λ of λ/2 Σ β², over all coefficients but the intercept and the pulled one. */
  penalty: number;
  pull?: Pull | undefined;
}

export interface RidgeProblem extends Ridge {
  design: SparseRows;
  /** 1 won, 0 lost. */
  labels: ArrayLike<number>;
  /** Rows to fit, as disjoint runs. */
  blocks: readonly Block[];
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
  let at: Position = { beta: start.slice(), loss: Number.POSITIVE_INFINITY, from: start };
  for (let round = 0; ; round++) {
    const { beta } = at;
    const moments = problem.blocks.map((b) => momentsOf(problem.design, problem.labels, beta, b));
    const total = addMoments(moments);
    const loss = total.loss + penaltyOf(beta, problem);
    if (rises(loss, at.loss) && round < 60) {
      at = { ...at, beta: beta.map((b, i) => (b + (at.from[i] as number)) / 2) };
      continue;
    }
    const step = newtonStep(total, beta, problem);
    if (!(step.decrement > tolerance * rows) || round >= 60) return { beta, moments };
    at = onwards(problem, { beta: add(beta, step.delta), loss, from: beta }, step);
  }
}

/** Where a search stands: at coefficients not yet judged, coming from others with that loss. */
interface Position {
  beta: Float64Array;
  loss: number;
  from: Float64Array;
}

/**
 * A few further steps with the curvature of the last one, while they shrink fast: a gradient costs a tenth of a Hessian
 * (the chord method: Ortega & Rheinboldt, Iterative Solution of Nonlinear Equations, 7.1).
 */
function onwards(problem: RidgeProblem, start: Position, { curvature, decrement }: NewtonStep): Position {
  const { design, labels, blocks } = problem;
  let at = start;
  let last = decrement;
  for (let k = 0; k < 4; k++) {
    const { gradient, loss: data } = gradientOf(design, labels, at.beta, blocks);
    const loss = data + penaltyOf(at.beta, problem);
    if (rises(loss, at.loss)) return at;
    const next = stepAlong(gradient, at.beta, problem, curvature);
    if (!(next.decrement < 0.2 * last)) return at;
    at = { beta: add(at.beta, next.delta), loss, from: at.beta };
    last = next.decrement;
  }
  return at;
}

function rises(loss: number, before: number): boolean {
  return loss > before + 1e-9 * Math.abs(before);
}

export interface NewtonStep {
  delta: Float64Array;
  /** δᵀHδ: twice the fall in loss that the step promises. */
  decrement: number;
  /** Cholesky factor of the Hessian that it was taken with. */
  curvature: Float64Array;
}

/** The Newton step of the penalised loss. */
export function newtonStep(total: Moments, beta: Float64Array, ridge: Ridge): NewtonStep {
  return stepAlong(total.gradient, beta, ridge, penalisedFactor(total.hessian, beta.length, ridge));
}

function stepAlong(
  gradient: Float64Array,
  beta: Float64Array,
  ridge: Ridge,
  curvature: Float64Array,
): NewtonStep {
  const slope = gradient.map((g, j) => -g - penaltyAt(j, ridge) * ((beta[j] as number) - towards(j, ridge)));
  const delta = solve(curvature, beta.length, slope);
  let decrement = 0;
  for (let j = 0; j < beta.length; j++) decrement += (delta[j] as number) * (slope[j] as number);
  return { delta, decrement, curvature };
}

/** Cholesky factor of XᵀWX + Λ, Λ the diagonal of the penalties, 0 for the intercept. */
export function penalisedFactor(hessian: Float64Array, p: number, ridge: Ridge): Float64Array {
  const a = hessian.slice();
  for (let j = 1; j < p; j++) a[j * p + j] = (a[j * p + j] as number) + penaltyAt(j, ridge);
  factor(a, p);
  return a;
}

function penaltyOf(beta: Float64Array, ridge: Ridge): number {
  let sum = 0;
  for (let j = 1; j < beta.length; j++)
    sum += penaltyAt(j, ridge) * ((beta[j] as number) - towards(j, ridge)) ** 2;
  return sum / 2;
}

function penaltyAt(column: number, { penalty, pull }: Ridge): number {
  if (column === 0) return 0;
  return column === pull?.column ? pull.penalty : penalty;
}

function towards(column: number, { pull }: Ridge): number {
  return column === pull?.column ? pull.towards : 0;
}

function add(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((v, i) => v + (b[i] as number));
}
