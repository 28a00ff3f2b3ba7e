import { normalQuantile } from "./normal.ts";

/** How far a population has moved over the same bins. */
export interface Stability {
  /**
   * Population stability index Σ (b − a) ln(b / a) over the bins' shares; half a lead is added to each bin. By convention
   * under .1 is stable, from .25 on another population (Siddiqi, Credit Risk Scorecards, 2006).
   */
  index: number;
  /** What two samples of one population show on average: (bins − 1)(1/n + 1/m). */
  noise: number;
  /** What one in `1 / chance` pairs of samples of one population would exceed (Yurdakul & Naranjo, 2020). */
  limit: number;
}

export interface Populations {
  /** Leads by bin. */
  before: ArrayLike<number>;
  after: ArrayLike<number>;
  /** Chance of a false alarm that `limit` allows for. */
  chance: number;
}

/** Compares two samples over the bins that either has leads in. */
export function stabilityOf({ before, after, chance }: Populations): Stability {
  const places = Array.from({ length: before.length }, (_, b) => b).filter(
    (b) => at(before, b) + at(after, b) > 0,
  );
  const total = (counts: ArrayLike<number>) => places.reduce((sum, b) => sum + at(counts, b), 0);
  const [n, m] = [total(before), total(after)];
  if (places.length < 2 || n === 0 || m === 0) return { index: 0, noise: 0, limit: 0 };
  let index = 0;
  for (const b of places) {
    const a = (at(before, b) + 0.5) / (n + places.length / 2);
    const c = (at(after, b) + 0.5) / (m + places.length / 2);
    index += (c - a) * Math.log(c / a);
  }
  const freedom = places.length - 1;
  const scale = 1 / n + 1 / m;
  return { index, noise: freedom * scale, limit: chiSquareQuantile(freedom, 1 - chance) * scale };
}

/** Wilson & Hilferty, PNAS 1931. */
function chiSquareQuantile(freedom: number, p: number): number {
  const spread = 2 / (9 * freedom);
  return freedom * Math.max(0, 1 - spread + normalQuantile(p) * Math.sqrt(spread)) ** 3;
}

function at(counts: ArrayLike<number>, place: number): number {
  return counts[place] ?? 0;
}
