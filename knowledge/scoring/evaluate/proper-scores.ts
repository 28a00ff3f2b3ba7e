import type { Judged } from "./auc.ts";

/** Mean squared error of the probabilities (Brier 1950). 0 is perfect. */
export function brier({ scores, labels }: Judged): number {
  let sum = 0;
  for (let i = 0; i < scores.length; i++) sum += ((scores[i] as number) - (labels[i] as number)) ** 2;
  return sum / scores.length;
}

/** Mean negative log likelihood in nats (Good 1952); probabilities are kept 1e-15 away from 0 and 1. */
export function logLoss({ scores, labels }: Judged): number {
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    const p = Math.min(1 - 1e-15, Math.max(1e-15, scores[i] as number));
    sum -= labels[i] === 1 ? Math.log(p) : Math.log1p(-p);
  }
  return sum / scores.length;
}
