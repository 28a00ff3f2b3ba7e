import type { Judged } from "./auc.ts";

/**
 * Area under the precision-recall curve as average precision: Σ (Rₙ − Rₙ₋₁) Pₙ over distinct scores, highest first
 * (Manning, Raghavan & Schütze 2008, chapter 8; as scikit-learn computes it). NaN without a won lead.
 */
export function averagePrecision({ scores, labels }: Judged): number {
  const order = Int32Array.from(scores.keys()).sort((a, b) => (scores[b] as number) - (scores[a] as number));
  const won = labels.reduce((sum, y) => sum + y, 0);
  let hits = 0;
  let area = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    let gained = 0;
    const score = scores[order[start] as number];
    while (end < order.length && scores[order[end] as number] === score) {
      gained += labels[order[end] as number] as number;
      end++;
    }
    hits += gained;
    area += (gained / won) * (hits / end);
    start = end;
  }
  return won === 0 ? Number.NaN : area;
}
