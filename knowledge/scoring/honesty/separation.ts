import { normalQuantile } from "./normal.ts";
import { type Count, wilson } from "./proportion.ts";

/** How many of each side's leads lie in a set: "budget missing", "phase is signed", "the lowest fifth of calls". */
export interface Split {
  won: Count;
  lost: Count;
}

/** How far a set of values tells won from lost leads. */
export interface Separation {
  /**
   * Distance d′ of two normal distributions of equal spread that a threshold parts in the same shares (Green & Swets,
   * Signal Detection Theory, 1966). The same all along the curve of a predictor of that shape, whose AUC is Φ(d′ / √2):
   * 1.2 at AUC .80, 1.8 at .90, 2.3 at .95. So sets of any size are judged by one measure.
   */
  distance: number;
  /** Of which the data are sure: both shares at the cautious end of their 80 % intervals. */
  surely: number;
  /** Standard errors by which the split is beyond chance: √G² of the likelihood-ratio test of independence. */
  beyondChance: number;
}

/** Standard errors of an 80 % interval. */
const cautious = 1.2816;

/** Judges a split, in whichever direction it points. */
export function separationOf(split: Split): Separation {
  const { won, lost } = split;
  const forWon = won.hits * lost.of >= lost.hits * won.of;
  const [more, less] = forWon ? [won, lost] : [lost, won];
  const distance = normalQuantile(smoothed(more)) - normalQuantile(smoothed(less));
  const surely = sureDistance(wilson(more, cautious).low, wilson(less, cautious).high);
  return { distance: Math.max(0, distance), surely, beyondChance: Math.sqrt(2 * divergence(split)) };
}

function sureDistance(low: number, high: number): number {
  return low <= high ? 0 : normalQuantile(low) - normalQuantile(Math.min(high, 1 - 1e-9));
}

/** Half a lead is added to each side of the share, so that none of 20 is not taken for never. */
function smoothed({ hits, of }: Count): number {
  return (hits + 0.5) / (of + 1);
}

function divergence({ won, lost }: Split): number {
  const all = won.of + lost.of;
  const hits = won.hits + lost.hits;
  let sum = 0;
  for (const { hits: inside, of } of [won, lost]) {
    sum += term(inside, (of * hits) / all) + term(of - inside, (of * (all - hits)) / all);
  }
  return Math.max(0, sum);
}

function term(seen: number, expected: number): number {
  return seen === 0 || expected === 0 ? 0 : seen * Math.log(seen / expected);
}
