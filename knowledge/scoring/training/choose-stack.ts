import { softplus } from "../models/moments.ts";

/** A candidate's out-of-fold log-odds, by lead. */
export interface Candidate {
  kind: string;
  outOfFold: Float64Array;
}

/**
 * What a candidate other than the first must gain in log-likelihood, in nats over all leads, to take all of the weight: the
 * price of an ampler model, which only large tables repay without noticing it.
 */
const price = 2;

/** A part with less than this is not worth its time at scoring. */
const leastWeight = 0.05;

/**
 * Weights of the candidates in a weighted mean of log-odds, one each, adding up to 1: those with the lowest out-of-fold log
 * loss (stacked generalisation: Wolpert, Neural Networks 5, 1992; Breiman, Machine Learning 24, 1996). The first candidate
 * is the plainest and is kept unless others gain something.
 * @param part of all leads that these are: on a part of them the others need not gain as much.
 */
export function chooseStack(candidates: readonly Candidate[], labels: Uint8Array, part = 1): Float64Array {
  const weights = new Float64Array(candidates.length);
  weights[0] = 1;
  const loss = (trial: Float64Array) =>
    totalLoss(candidates, trial, labels) + part * price * (1 - (trial[0] ?? 0));
  for (let sweep = 0; sweep < 4; sweep++) {
    for (let i = 0; i < candidates.length; i++)
      for (let j = i + 1; j < candidates.length; j++) share(weights, i, j, loss);
  }
  return withoutSmall(weights);
}

/** Mean log loss of log-odds, in nats. */
export function meanLogLoss(logOdds: Float64Array, labels: Uint8Array): number {
  return lossOf(logOdds, labels) / logOdds.length;
}

/** Weighted mean of the candidates' log-odds, by lead. */
export function pooled(candidates: readonly Candidate[], weights: Float64Array): Float64Array {
  const sum = new Float64Array(candidates[0]?.outOfFold.length ?? 0);
  candidates.forEach(({ outOfFold }, c) => {
    const weight = weights[c] as number;
    if (weight === 0) return;
    for (let r = 0; r < sum.length; r++) sum[r] = (sum[r] as number) + weight * (outOfFold[r] as number);
  });
  return sum;
}

function totalLoss(candidates: readonly Candidate[], weights: Float64Array, labels: Uint8Array): number {
  return lossOf(pooled(candidates, weights), labels);
}

function lossOf(logOdds: Float64Array, labels: Uint8Array): number {
  let sum = 0;
  for (let r = 0; r < logOdds.length; r++) {
    const z = logOdds[r] as number;
    sum += softplus(z) - (labels[r] as number) * z;
  }
  return sum;
}

const golden = (Math.sqrt(5) - 1) / 2;

/** Divides what two candidates have together between them in the best way: the loss is convex along that line. */
function share(weights: Float64Array, i: number, j: number, loss: (weights: Float64Array) => number): void {
  const together = (weights[i] as number) + (weights[j] as number);
  if (together === 0) return;
  const at = (first: number) => {
    const trial = Float64Array.from(weights);
    trial[i] = first;
    trial[j] = together - first;
    return loss(trial);
  };
  let [low, high] = [0, together];
  let [a, b] = [high - golden * (high - low), low + golden * (high - low)];
  let [lossA, lossB] = [at(a), at(b)];
  while (high - low > 0.01) {
    if (lossA <= lossB) {
      [high, b, lossB] = [b, a, lossA];
      a = high - golden * (high - low);
      lossA = at(a);
    } else {
      [low, a, lossA] = [a, b, lossB];
      b = low + golden * (high - low);
      lossB = at(b);
    }
  }
  const best = [0, together, (low + high) / 2].map((first) => ({ first, loss: at(first) }));
  best.sort((x, y) => x.loss - y.loss);
  weights[i] = best[0]?.first ?? 0;
  weights[j] = together - (weights[i] as number);
}

function withoutSmall(weights: Float64Array): Float64Array {
  const kept = weights.map((weight) => (weight < leastWeight ? 0 : weight));
  const total = kept.reduce((sum, weight) => sum + weight, 0);
  return kept.map((weight) => weight / total);
}
