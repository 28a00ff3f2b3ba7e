import type { TrainingTable } from "../learner.ts";
import { softplus } from "../moments.ts";
import { type Cloud, inOrder, nearest } from "./nearest.ts";
import { shrunkLogOdds } from "./neighbours.ts";

/** How many past leads are asked, and how much they are shrunk to the base rate. */
export type Choice = { neighbours: number; shrinkage: number };

/** Past leads as leads of one fold see them. */
export interface Neighbourhood {
  cloud: Cloud;
  /** Of a point, in sources. */
  width: number;
  /** Where rows of the table stand: rows × width. */
  place(rows: ArrayLike<number>): Float32Array;
}

/** Few past leads are a matter of chance, many are hardly alike. */
const counts = [10, 15, 25, 40, 60, 100] as const;
const shrinkages = [160, 80, 40, 20, 10, 5, 2] as const;

/** The choice with the lowest log loss on the given rows, each judged by leads of other folds; the plainest of equals. */
export function chooseNeighbours(
  rows: Int32Array,
  { labels, fold }: TrainingTable,
  { around, baseRate }: { around: (fold: number) => Neighbourhood; baseRate: number },
): Choice {
  const losses = new Float64Array(counts.length * shrinkages.length);
  for (const k of new Set(fold)) {
    const unseen = rows.filter((row) => fold[row] === k);
    const { cloud, width, place } = around(k);
    const points = place(unseen);
    unseen.forEach((row, i) => {
      const found = inOrder(nearest(cloud, { values: points, from: i * width }, counts.at(-1) as number));
      addLosses(losses, { wins: winsWithin(cloud, found), won: labels[row] === 1, baseRate });
    });
  }
  let best = 0;
  losses.forEach((loss, i) => {
    if (loss < (losses[best] as number) - 1e-12) best = i;
  });
  return {
    neighbours: counts[Math.floor(best / shrinkages.length)] as number,
    shrinkage: shrinkages[best % shrinkages.length] as number,
  };
}

/** How many of the first 1, 2, 3 … were won. */
function winsWithin({ labels }: Cloud, places: Int32Array): Int32Array {
  let sum = 0;
  return places.map((place) => {
    sum += labels[place] as number;
    return sum;
  });
}

function addLosses(
  losses: Float64Array,
  { wins, won, baseRate }: { wins: Int32Array; won: boolean; baseRate: number },
): void {
  counts.forEach((count, c) => {
    const of = Math.min(count, wins.length);
    const found = { won: wins[of - 1] ?? 0, of };
    shrinkages.forEach((shrinkage, s) => {
      const z = shrunkLogOdds(found, { shrinkage, baseRate });
      const at = c * shrinkages.length + s;
      losses[at] = (losses[at] as number) + softplus(won ? -z : z);
    });
  });
}
