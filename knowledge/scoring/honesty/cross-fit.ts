import type { Cells } from "./cells.ts";
import { folds, type Outcomes } from "./outcomes.ts";

/** Evidence from which on a set of values counts as pure: 20 times likelier on one side. */
const pure = Math.log(20);
const lowest = -pure;

/** What cells of a column foretold of leads that they had not counted, over all folds. */
export interface Tally {
  /** Pairs of a won and a lost lead of one fold that are in order, and all such pairs. */
  ordered: number;
  pairs: number;
  /** Log loss over all leads, in nats: of the cells' rates and of the base rate. */
  loss: number;
  baseLoss: number;
  /** Squares of what each lead gains, for the error. */
  squares: number;
  /** Lost and won leads in each of three sets: more likely won than lost, 20 times so, 20 times less so. */
  sets: [number, number][];
}

export interface CountedColumn {
  /** From `countsOf` and `sumOverFolds`. */
  counts: Int32Array;
  totals: Int32Array;
  cells: number;
  outcomes: Outcomes;
}

/** Judges each fold's leads by the rates that the other folds have in their cells. */
export function crossFit(column: CountedColumn): Tally {
  const tally = newTally();
  for (let k = 0; k < folds; k++) judgeFold(column, k, tally);
  return tally;
}

function newTally(): Tally {
  const sets: [number, number][] = [
    [0, 0],
    [0, 0],
    [0, 0],
  ];
  return { ordered: 0, pairs: 0, loss: 0, baseLoss: 0, squares: 0, sets };
}

/** Leads by cell, fold and outcome, in this order. */
export function countsOf({ cell, count }: Cells, { labels, fold }: Outcomes): Int32Array {
  const counts = new Int32Array(count * folds * 2);
  for (let i = 0; i < cell.length; i++) {
    const place = ((cell[i] as number) * folds + (fold[i] as number)) * 2 + (labels[i] === 1 ? 1 : 0);
    counts[place] = (counts[place] as number) + 1;
  }
  return counts;
}

/** Leads by cell and outcome, from `countsOf`. */
export function sumOverFolds(counts: Int32Array, cells: number): Int32Array {
  const totals = new Int32Array(cells * 2);
  for (let c = 0; c < cells; c++) {
    for (let k = 0; k < folds; k++) {
      const place = (c * folds + k) * 2;
      totals[2 * c] = (totals[2 * c] as number) + (counts[place] as number);
      totals[2 * c + 1] = (totals[2 * c + 1] as number) + (counts[place + 1] as number);
    }
  }
  return totals;
}

/** Adds what the other folds' rates say of one fold's leads. */
function judgeFold({ counts, totals, outcomes, cells }: CountedColumn, k: number, tally: Tally): void {
  const inFold = sideSizes(counts, cells, k);
  const base = (outcomes.won - inFold[1]) / (outcomes.won + outcomes.lost - inFold[0] - inFold[1]);
  const order = new Int32Array(2 * steps);
  for (let c = 0; c < cells; c++) {
    const place = (c * folds + k) * 2;
    const lost = counts[place] as number;
    const won = counts[place + 1] as number;
    if (lost + won === 0) continue;
    const othersWon = (totals[2 * c + 1] as number) - won;
    const met = { evidence: evidenceFor((totals[2 * c] as number) - lost, othersWon, base), lost, won };
    addLosses(tally, met, base);
    addToSets(tally, met);
    const step = 2 * stepOf(met.evidence);
    order[step] = (order[step] as number) + lost;
    order[step + 1] = (order[step + 1] as number) + won;
  }
  addOrder(tally, order);
}

function sideSizes(counts: Int32Array, cells: number, k: number): [number, number] {
  let lost = 0;
  let won = 0;
  for (let c = 0; c < cells; c++) {
    lost += counts[(c * folds + k) * 2] as number;
    won += counts[(c * folds + k) * 2 + 1] as number;
  }
  return [lost, won];
}

/** Log of a cell's odds over the average's, after one average lead is added to it. */
function evidenceFor(lost: number, won: number, base: number): number {
  const safe = Math.min(1 - 1e-9, Math.max(1e-9, base));
  return Math.log((won + safe) / safe) - Math.log((lost + 1 - safe) / (1 - safe));
}

interface Met {
  evidence: number;
  lost: number;
  won: number;
}

function addLosses(tally: Tally, { evidence, lost, won }: Met, base: number): void {
  const safe = Math.min(1 - 1e-9, Math.max(1e-9, base));
  const logOdds = Math.log(safe / (1 - safe)) + evidence;
  const wonLoss = Math.log1p(Math.exp(-logOdds));
  const lostLoss = Math.log1p(Math.exp(logOdds));
  const wonBase = -Math.log(safe);
  const lostBase = -Math.log1p(-safe);
  tally.loss += won * wonLoss + lost * lostLoss;
  tally.baseLoss += won * wonBase + lost * lostBase;
  tally.squares += won * (wonBase - wonLoss) ** 2 + lost * (lostBase - lostLoss) ** 2;
}

function addToSets({ sets }: Tally, { evidence, lost, won }: Met): void {
  const within = [evidence > 0, evidence > pure, evidence < lowest];
  for (let s = 0; s < sets.length; s++) {
    const set = sets[s] as [number, number];
    if (!within[s]) continue;
    set[0] += lost;
    set[1] += won;
  }
}

/** Evidence is told apart in steps of .02, −20 … 20: thousands of levels need no sorting. */
const steps = 2001;

function stepOf(evidence: number): number {
  return Math.max(0, Math.min(steps - 1, Math.round((evidence + 20) * 50)));
}

/** Pairs of a won and a lost lead of the fold that the evidence puts in order; ties count half. */
function addOrder(tally: Tally, order: Int32Array): void {
  let below = 0;
  let allWon = 0;
  for (let step = 0; step < order.length; step += 2) {
    const lost = order[step] as number;
    const won = order[step + 1] as number;
    tally.ordered += won * (below + lost / 2);
    below += lost;
    allWon += won;
  }
  tally.pairs += below * allWon;
}
