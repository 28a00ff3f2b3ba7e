import type { Cells } from "./cells.ts";
import { countsOf, crossFit, sumOverFolds } from "./cross-fit.ts";
import { folds, type Outcomes } from "./outcomes.ts";
import { type Separation, type Split, separationOf } from "./separation.ts";

/** How well one field alone tells won from lost leads that it was not fitted to. */
export interface Alone {
  /** Cross-validated. ½ is a coin, under ½ is possible by chance. */
  auc: number;
  /** One-sided 95 % bound (Hanley & McNeil, Radiology 1982). */
  aucLow: number;
  /** Share of the outcome's entropy that it explains, cross-validated; negative when it tells nothing. */
  explained: number;
  explainedLow: number;
  /** The most telling of three sets of values: more likely won than lost, 20 times so, 20 times less so. */
  split: Split;
  separation: Separation;
  /** Lost and won leads by cell, two numbers a cell. */
  totals: Int32Array;
  /** First range of a number; null of a category. */
  firstRange: number | null;
}

/** A set is worth a look if it holds this share of the outcome that it stands for. */
const sizeable = 0.2;

/**
 * The best predictor from one field, made on four fifths of the leads and judged on the rest in turn: each cell answers
 * its own rate of won leads, drawn to the average by one lead's weight. Levels that few leads share thus cannot cheat.
 */
export function aloneOf(cells: Cells, outcomes: Outcomes): Alone {
  return judged(cells, countsOf(cells, outcomes), outcomes);
}

/** The same among the leads that have a value at all: what a gappy copy of the outcome gives itself away by. */
export function aloneAmongFilled(cells: Cells, outcomes: Outcomes): Alone {
  const counts = countsOf(cells, outcomes);
  let { won, lost } = outcomes;
  for (let place = 0; place < 2 * folds; place++) {
    if (place % 2 === 1) won -= counts[place] as number;
    else lost -= counts[place] as number;
    counts[place] = 0;
  }
  return judged(cells, counts, { ...outcomes, won, lost });
}

function judged(cells: Cells, counts: Int32Array, outcomes: Outcomes): Alone {
  const totals = sumOverFolds(counts, cells.count);
  const tally = crossFit({ counts, totals, cells: cells.count, outcomes });
  const { won, lost } = outcomes;
  const leads = won + lost;
  const area = tally.pairs === 0 ? 0.5 : tally.ordered / tally.pairs;
  const gain = tally.baseLoss - tally.loss;
  const variance = Math.max(0, tally.squares / leads - (gain / leads) ** 2);
  const split = mostTelling(tally.sets.map((hits, s) => splitOf(hits, s < 2, outcomes)));
  return {
    auc: area,
    aucLow: area - 1.645 * areaError(area, won, lost),
    explained: gain / tally.baseLoss,
    explainedLow: (gain - 1.2816 * Math.sqrt(leads * variance)) / tally.baseLoss,
    split,
    separation: separationOf(split),
    totals,
    firstRange: cells.kind === "number" ? cells.first : null,
  };
}

/** Leads in a set; none if those it was not fitted to lie the other way round, as chance has it. */
function splitOf([lost, won]: [number, number], forWon: boolean, outcomes: Outcomes): Split {
  const agrees = forWon === won * outcomes.lost > lost * outcomes.won;
  return {
    won: { hits: agrees ? won : 0, of: outcomes.won },
    lost: { hits: agrees ? lost : 0, of: outcomes.lost },
  };
}

/** The split of the largest sure distance among those that hold a sizeable part of either side. */
function mostTelling(splits: readonly Split[]): Split {
  let best = splits[0] as Split;
  let distance = separationOf(best).surely;
  for (const split of splits.slice(1)) {
    const { won, lost } = split;
    if (won.hits < sizeable * won.of && lost.hits < sizeable * lost.of) continue;
    const { surely } = separationOf(split);
    if (surely > distance) [best, distance] = [split, surely];
  }
  return best;
}

/** Standard error of an AUC (Hanley & McNeil 1982). */
function areaError(area: number, won: number, lost: number): number {
  // At 0 and 1 the formula knows no error: one pair in disorder stands in for the doubt.
  const a = Math.min(1 - 0.5 / (won * lost + 1), Math.max(0.5 / (won * lost + 1), area));
  const q1 = a / (2 - a);
  const q2 = (2 * a * a) / (1 + a);
  const variance = a * (1 - a) + (won - 1) * (q1 - a * a) + (lost - 1) * (q2 - a * a);
  return Math.sqrt(Math.max(0, variance) / Math.max(1, won * lost));
}
