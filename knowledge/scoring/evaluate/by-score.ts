import type { Judged } from "./auc.ts";

/** The same leads, the lowest score first; leads with equal scores keep their order. */
export function byScore({ scores, labels }: Judged): Judged {
  const order = Int32Array.from(scores.keys()).sort((a, b) => (scores[a] as number) - (scores[b] as number));
  return {
    scores: Float64Array.from(order, (place) => scores[place] as number),
    labels: Uint8Array.from(order, (place) => labels[place] as number),
  };
}
