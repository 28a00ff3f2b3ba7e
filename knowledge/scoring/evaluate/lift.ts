import type { Judged } from "./auc.ts";

/**
 * How many times the average rate of won leads the best-scored share holds. Leads that tie across the cut count by
 * their mean, so that their order does not matter. NaN without a won lead.
 * @param share 0–1.
 */
export function lift({ scores, labels }: Judged, share = 0.1): number {
  const order = Int32Array.from(scores.keys()).sort((a, b) => (scores[b] as number) - (scores[a] as number));
  const wanted = Math.max(1, Math.round(order.length * share));
  let hits = 0;
  for (let start = 0; start < wanted; ) {
    let end = start;
    let gained = 0;
    const score = scores[order[start] as number];
    while (end < order.length && scores[order[end] as number] === score) {
      gained += labels[order[end] as number] as number;
      end++;
    }
    hits += gained * Math.min(1, (wanted - start) / (end - start));
    start = end;
  }
  const rate = labels.reduce((sum, y) => sum + y, 0) / labels.length;
  return hits / wanted / rate;
}
