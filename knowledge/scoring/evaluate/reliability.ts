import type { Judged } from "./auc.ts";
import { byScore } from "./by-score.ts";
import { wilsonInterval } from "./wilson.ts";

/** Leads with like probabilities: what was predicted of them and what happened. */
export interface ReliabilityBin {
  leads: number;
  won: number;
  /** Mean probability. */
  predicted: number;
  /** Share won, and its 95 % interval (Wilson). */
  observed: number;
  low: number;
  high: number;
}

/**
 * Reliability table over bins of (nearly) equal count, the least probable first. Leads with equal probabilities stay
 * together, so that there may be fewer bins: one where all are alike.
 */
export function reliabilityTable(judged: Judged, bins = 10): ReliabilityBin[] {
  const { scores, labels } = byScore(judged);
  const table: ReliabilityBin[] = [];
  let start = 0;
  for (let bin = 1; bin <= bins; bin++) {
    let end = Math.round((bin * scores.length) / bins);
    if (end <= start) continue;
    while (end < scores.length && scores[end] === scores[end - 1]) end++;
    table.push(binOf(scores.subarray(start, end), labels.subarray(start, end)));
    start = end;
  }
  return table;
}

function binOf(scores: Float64Array, labels: Uint8Array): ReliabilityBin {
  const leads = scores.length;
  const won = labels.reduce((sum, y) => sum + y, 0);
  const predicted = scores.reduce((sum, p) => sum + p, 0) / leads;
  return { leads, won, predicted, observed: won / leads, ...wilsonInterval(won, leads) };
}
