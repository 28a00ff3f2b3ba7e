import type { Judged } from "./auc.ts";
import { isotonicRates } from "./isotonic.ts";
import { brier } from "./proper-scores.ts";

/** Where a Brier score comes from: it is miscalibration − discrimination + uncertainty. */
export interface BrierParts {
  /** What recalibrating could save; at least 0. */
  miscalibration: number;
  /** What the ranking saves against always answering the base rate; at least 0. */
  discrimination: number;
  /** The Brier score of always answering these leads' base rate. */
  uncertainty: number;
}

/**
 * Parts of the Brier score by isotonic recalibration, which needs no bins and adds up exactly (CORP: Dimitriadis, Gneiting &
 * Jordan, PNAS 118, 2021).
 */
export function brierDecomposition(judged: Judged): BrierParts {
  const { labels, rates } = isotonicRates(judged);
  const base = labels.reduce((sum, y) => sum + y, 0) / labels.length;
  const uncertainty = base * (1 - base);
  const recalibrated = brier({ scores: rates, labels });
  return {
    miscalibration: brier(judged) - recalibrated,
    discrimination: uncertainty - recalibrated,
    uncertainty,
  };
}
