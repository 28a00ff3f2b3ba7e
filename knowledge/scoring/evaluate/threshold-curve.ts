import type { Judged } from "./auc.ts";
import { byScore } from "./by-score.ts";

/** What comes of taking every lead that scores at least so much. */
export interface ThresholdPoint {
  threshold: number;
  /** Of all leads, the share that is taken. */
  taken: number;
  /** Of the won leads, the share that is taken: recall, true-positive rate, gain. */
  wonTaken: number;
  /** Of the lost leads, the share that is taken: false-positive rate. */
  lostTaken: number;
  /** Of the taken leads, the share that was won. */
  precision: number;
}

/**
 * One point for each distinct score, the highest first: the ROC curve is wonTaken over lostTaken, precision-recall is
 * precision over wonTaken, cumulative gain is wonTaken over taken, lift is wonTaken / taken over taken.
 * @param step leaves points out that lie nearer than this to the last one kept, in wonTaken plus lostTaken; 0 keeps all.
 */
export function thresholdCurve(judged: Judged, step = 0): ThresholdPoint[] {
  const { scores, labels } = byScore(judged);
  const leads = labels.length;
  const allWon = labels.reduce((sum, y) => sum + y, 0);
  const points: ThresholdPoint[] = [];
  let won = 0;
  for (let i = leads - 1; i >= 0; i--) {
    won += labels[i] as number;
    if (i > 0 && scores[i - 1] === scores[i]) continue;
    const taken = leads - i;
    const point = {
      threshold: scores[i] as number,
      taken: taken / leads,
      wonTaken: won / allWon,
      lostTaken: (taken - won) / (leads - allWon),
      precision: won / taken,
    };
    const last = points.at(-1);
    const moved = last ? point.wonTaken + point.lostTaken - last.wonTaken - last.lostTaken : 1;
    if (moved >= step || i === 0) points.push(point);
  }
  return points;
}
