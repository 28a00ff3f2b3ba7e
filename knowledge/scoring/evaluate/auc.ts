import { midranks } from "./ranks.ts";

/** Predicted chances or scores with what happened, by lead: 1 won, 0 lost. */
export interface Judged {
  scores: Float64Array;
  labels: Uint8Array;
}

/**
 * Area under the ROC curve: the chance that a won lead scores above a lost one, ties counting half
 * (Mann & Whitney 1947; Hanley & McNeil 1982). NaN unless both outcomes occur.
 */
export function auc({ scores, labels }: Judged): number {
  const ranks = midranks(scores);
  let won = 0;
  let sum = 0;
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== 1) continue;
    won++;
    sum += ranks[i] as number;
  }
  const lost = labels.length - won;
  return won === 0 || lost === 0 ? Number.NaN : (sum - (won * (won + 1)) / 2) / (won * lost);
}

/**
 * 95 % interval of the AUC: DeLong's variance (DeLong, DeLong & Clarke-Pearson, Biometrics 1988; computed as Sun & Xu,
 * IEEE SPL 2014), on the logit scale so that it stays within 0–1.
 */
export function aucInterval(judged: Judged): { low: number; high: number } {
  const area = auc(judged);
  const won = split(judged, 1);
  const lost = split(judged, 0);
  if (won.length < 2 || lost.length < 2) return { low: 0, high: 1 };
  const all = midranks(Float64Array.from([...won, ...lost]));
  const amongWon = midranks(won);
  const amongLost = midranks(lost);
  const overLost = won.map((_, i) => ((all[i] as number) - (amongWon[i] as number)) / lost.length);
  const underWon = lost.map(
    (_, j) => 1 - ((all[won.length + j] as number) - (amongLost[j] as number)) / won.length,
  );
  const variance = spread(overLost) / won.length + spread(underWon) / lost.length;
  // A perfect or perfectly wrong ranking has no variance: what was not seen once in n leads may be 3 in n (rule of three).
  const unseen = Math.min(1, 3 / Math.min(won.length, lost.length));
  if (area === 1) return { low: 1 - unseen, high: 1 };
  if (area === 0) return { low: 0, high: unseen };
  const error = Math.sqrt(variance) / (area * (1 - area));
  const centre = Math.log(area / (1 - area));
  const at = (z: number) => 1 / (1 + Math.exp(-z));
  return { low: Math.min(area, at(centre - 1.96 * error)), high: Math.max(area, at(centre + 1.96 * error)) };
}

function split({ scores, labels }: Judged, label: number): Float64Array {
  return scores.filter((_, i) => labels[i] === label);
}

function spread(values: Float64Array): number {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1);
}
