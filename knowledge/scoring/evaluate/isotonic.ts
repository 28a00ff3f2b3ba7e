import type { Judged } from "./auc.ts";
import { byScore } from "./by-score.ts";

/**
 * The rates that never fall as the score rises and fit the outcomes best: isotonic regression by pooling adjacent violators
 * (Ayer et al., Annals of Mathematical Statistics 26, 1955). By lead, the lowest score first; equal scores, equal rates.
 */
export function isotonicRates(judged: Judged): {
  scores: Float64Array;
  labels: Uint8Array;
  rates: Float64Array;
} {
  const { scores, labels } = byScore(judged);
  // Each block of leads that share a rate: where it begins, its leads, how many were won.
  const blocks: { start: number; leads: number; won: number }[] = [];
  for (let i = 0; i < scores.length; i++) {
    const won = labels[i] as number;
    const last = blocks.at(-1);
    if (last && i > 0 && scores[i] === scores[i - 1]) {
      last.leads++;
      last.won += won;
      continue;
    }
    pool(blocks);
    blocks.push({ start: i, leads: 1, won });
  }
  pool(blocks);
  const rates = new Float64Array(scores.length);
  for (const { start, leads, won } of blocks) rates.fill(won / leads, start, start + leads);
  return { scores, labels, rates };
}

/** Joins the last block to those before it whose rates are no lower. */
function pool(blocks: { start: number; leads: number; won: number }[]): void {
  for (;;) {
    const [before, last] = [blocks.at(-2), blocks.at(-1)];
    if (!before || !last || before.won * last.leads < last.won * before.leads) return;
    before.leads += last.leads;
    before.won += last.won;
    blocks.pop();
  }
}
