import { quantile } from "../scoring/encode/quantile.ts";
import { midranks } from "../scoring/evaluate/ranks.ts";
import { seededRandom } from "../scoring/evaluate/seeded-random.ts";
import { randomBeta } from "./distributions/random-beta.ts";
import { normalTwoSided } from "./distributions/two-sided.ts";
import { isKnown } from "./known-values.ts";

/** How two samples differ. */
export interface SampleComparison {
  /** Median of the first minus median of the second. */
  difference: number;
  /** Median of the first over that of the second; null unless both are above 0. */
  ratio: number | null;
  /** 90 % interval of the ratio, or of the difference where there is no ratio. */
  low: number;
  /** Null: any ratio above is possible, because the second median may as well be 0. */
  high: number | null;
  p: number;
}

const draws = 400;
const fewest = 3;

/**
 * Compares two independent samples, such as response times. p, two-sided: Mann & Whitney's test (Annals of Mathematical
 * Statistics 18, 1947), exact for small samples without ties, else normal with ties and continuity corrected. Interval:
 * percentile bootstrap of the medians, the same each time. Null when either has under 3 values.
 */
export function compareSamples(a: readonly number[], b: readonly number[]): SampleComparison | null {
  const first = Float64Array.from(a.filter(isKnown)).sort();
  const second = Float64Array.from(b.filter(isKnown)).sort();
  if (first.length < fewest || second.length < fewest) return null;
  const [top, bottom] = [quantile(first, 0.5), quantile(second, 0.5)];
  const hasRatio = top > 0 && bottom > 0;
  const random = seededRandom(first.length * 31 + second.length);
  const values = Float64Array.from({ length: draws }, () => {
    const [x, y] = [drawnMedian(first, random), drawnMedian(second, random)];
    return hasRatio ? ratioOf(x, y) : x - y;
  }).sort();
  const high = quantile(values, 0.95);
  return {
    difference: top - bottom,
    ratio: hasRatio ? top / bottom : null,
    low: quantile(values, 0.05),
    high: Number.isFinite(high) ? high : null,
    p: mannWhitney(first, second),
  };
}

/** A draw whose lower median is 0 or less tells only that the ratio may be anything above. */
function ratioOf(x: number, y: number): number {
  return y > 0 ? Math.max(0, x) / y : Number.POSITIVE_INFINITY;
}

/**
 * The median of as many values drawn with replacement. Such a draw takes the values at n uniform places; only the middle ones
 * matter, and these can be drawn by themselves: the place of rank r is Beta(r, n + 1 − r), the next one the lowest of the rest
 * (Devroye, Non-Uniform Random Variate Generation, 1986, ch. V.3).
 */
function drawnMedian(sorted: Float64Array, random: () => number): number {
  const n = sorted.length;
  const rank = (n + 1) >> 1;
  const place = randomBeta(rank, n + 1 - rank, random);
  const lower = valueAt(sorted, place);
  if (n % 2 === 1) return lower;
  const next = place + (1 - place) * (1 - random() ** (1 / (n - rank)));
  return (lower + valueAt(sorted, next)) / 2;
}

function valueAt(sorted: Float64Array, place: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(place * sorted.length))] as number;
}

/** Two-sided p of the rank sum. */
function mannWhitney(first: Float64Array, second: Float64Array): number {
  const [m, n] = [first.length, second.length];
  const ranks = midranks(Float64Array.from([...first, ...second]));
  let sum = 0;
  for (let i = 0; i < m; i++) sum += ranks[i] as number;
  const u = sum - (m * (m + 1)) / 2;
  const ties = tieTerm(ranks);
  if (ties === 0 && m * n <= 400) return exactP(Math.min(u, m * n - u), m, n);
  const all = m + n;
  const variance = ((m * n) / 12) * (all + 1 - ties / (all * (all - 1)));
  if (variance <= 0) return 1;
  return normalTwoSided(Math.max(0, Math.abs(u - (m * n) / 2) - 0.5) / Math.sqrt(variance));
}

/** Sum of t³ − t over groups of t equal values. */
function tieTerm(ranks: Float64Array): number {
  const sizes = new Map<number, number>();
  for (const rank of ranks) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  let sum = 0;
  for (const t of sizes.values()) sum += t ** 3 - t;
  return sum;
}

/** Counts the orders with a statistic of at most u, by size of the samples (Mann & Whitney's recursion). */
function exactP(u: number, m: number, n: number): number {
  let counts = Array.from({ length: m + 1 }, () => [1]);
  for (let j = 1; j <= n; j++) {
    const next = [[1]];
    for (let i = 1; i <= m; i++) {
      const before = next[i - 1] as number[];
      const fewer = counts[i] as number[];
      next.push(Array.from({ length: i * j + 1 }, (_, s) => (before[s - j] ?? 0) + (fewer[s] ?? 0)));
    }
    counts = next;
  }
  const orders = counts[m] as number[];
  const all = orders.reduce((sum, c) => sum + c, 0);
  const tail = orders.slice(0, u + 1).reduce((sum, c) => sum + c, 0);
  return Math.min(1, (2 * tail) / all);
}
