import { stableHash } from "../../stable-hash.ts";
import type { Learned, Pause, TrainingTable } from "../learner.ts";
import type { LearnedLogistic } from "../train-logistic.ts";
import { type Choice, chooseNeighbours, type Neighbourhood } from "./choose-neighbours.ts";
import { cloudOf, nearest, wonAmong } from "./nearest.ts";
import { neighbours, shrunkLogOdds } from "./neighbours.ts";

/** Past leads kept: more make a prediction slower, and its neighbours hardly nearer. */
const most = 1000;

/**
 * Learns to score by the outcomes of similar past leads, alike in what counts for a regression. How many are asked and how
 * much they are shrunk to the base rate is chosen by cross-validated log loss unless given as `neighbours` and `shrinkage`.
 * A lead is compared with leads of other folds only, as the regression without its fold sees them.
 */
export async function learnNeighbours(
  table: TrainingTable,
  logistic: LearnedLogistic,
  pause: Pause,
  settings?: Readonly<Record<string, number>>,
): Promise<Learned> {
  const won = table.labels.reduce((sum, y) => sum + y, 0);
  // One more lead of each outcome, so that it is a chance on a table with one outcome too.
  const baseRate = (won + 1) / (table.labels.length + 2);
  const kept = pickRows(table.labels, most);
  let choice = given(settings);
  let outOfFold: Float64Array = new Float64Array(0);
  if (choice === undefined) {
    const around = (fold: number) => neighbourhood(table, logistic, { kept, fold });
    choice = chooseNeighbours(pickRows(table.labels, judged), table, { around, baseRate });
    outOfFold = await scoreUnseen(table, { around, choice, baseRate }, pause);
  }
  const labels = Uint8Array.from(kept, (row) => table.labels[row] as number);
  const vectors = logistic.contributions(kept);
  return {
    model: neighbours({ ...choice, baseRate, labels, vectors }, logistic.model),
    outOfFold,
    settings: { ...choice },
    kinds: ["outcomes"],
    dropped: [],
  };
}

/** Rows by which the choice is made: their log loss is known well enough. */
const judged = 1500;

function given(settings?: Readonly<Record<string, number>>): Choice | undefined {
  const { neighbours: k, shrinkage } = settings ?? {};
  return k === undefined || shrinkage === undefined ? undefined : { neighbours: k, shrinkage };
}

/** At most so many rows, drawn by the hash of their places, won and lost in the proportion they have. */
function pickRows(labels: Uint8Array, count: number): Int32Array {
  const share = Math.min(1, count / labels.length);
  const picked = [1, 0].flatMap((label) => {
    const group = [...labels.keys()].filter((row) => labels[row] === label);
    const hashes = new Map(group.map((row) => [row, stableHash(String(row))]));
    group.sort((a, b) => (hashes.get(a) as number) - (hashes.get(b) as number) || a - b);
    return group.slice(0, Math.round(share * group.length));
  });
  // In an order that knows nothing of the outcome: among leads equally near, the first are taken.
  return Int32Array.from(picked).sort((a, b) => stableHash(String(a), 1) - stableHash(String(b), 1) || a - b);
}

function neighbourhood(
  table: TrainingTable,
  logistic: LearnedLogistic,
  { kept, fold }: { kept: Int32Array; fold: number },
): Neighbourhood {
  const others = kept.filter((row) => table.fold[row] !== fold);
  const vectors = logistic.contributions(others, fold);
  const labels = Uint8Array.from(others, (row) => table.labels[row] as number);
  const width = logistic.model.sources.length;
  return {
    cloud: cloudOf(vectors, width, labels),
    width,
    place: (rows) => logistic.contributions(rows, fold),
  };
}

interface Judging {
  around: (fold: number) => Neighbourhood;
  choice: Choice;
  baseRate: number;
}

async function scoreUnseen(
  { labels, fold }: TrainingTable,
  { around, choice, baseRate }: Judging,
  pause: Pause,
): Promise<Float64Array> {
  const outOfFold = new Float64Array(labels.length);
  const folds = [...new Set(fold)];
  for (const [done, k] of folds.entries()) {
    await pause((done + 1) / (folds.length + 1));
    const { cloud, width, place } = around(k);
    const rows = Int32Array.from(labels.keys()).filter((row) => fold[row] === k);
    const points = place(rows);
    rows.forEach((row, i) => {
      const found = nearest(cloud, { values: points, from: i * width }, choice.neighbours);
      const wins = { won: wonAmong(cloud, found), of: found.places.length };
      outOfFold[row] = shrunkLogOdds(wins, { ...choice, baseRate });
    });
  }
  return outOfFold;
}
