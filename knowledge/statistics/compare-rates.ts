import { gammaln } from "simple-statistics";
import { wilsonInterval } from "../scoring/evaluate/wilson.ts";
import { normalTwoSided } from "./distributions/two-sided.ts";

/** Successes out of trials. */
export interface Rate {
  /** 0 … n. */
  hits: number;
  n: number;
}

/** How two rates differ. */
export interface RateComparison {
  /** First minus second, as shares: .1 is ten points. */
  difference: number;
  /** First over second; null when the second is 0. */
  ratio: number | null;
  /** 90 % interval of the difference. */
  low: number;
  high: number;
  p: number;
}

/** The 95 % point of the standard normal distribution: two-sided 90 %. */
const z90 = 1.6448536;
/** Up to so many trials in the smallest margin the exact distribution is summed. */
const exactUpTo = 2_000;

/**
 * Compares two independent rates. p, two-sided: Fisher's exact test with mid-p (Lancaster, JASA 56, 1961), the score test
 * where counts are large. Interval: the hybrid score interval (Newcombe, Statistics in Medicine 17, 1998, method 10).
 * Null when either has no trials.
 */
export function compareRates(first: Rate, second: Rate): RateComparison | null {
  if (!isRate(first) || !isRate(second)) return null;
  const [a, b] = [first.hits / first.n, second.hits / second.n];
  const [of, against] = [
    wilsonInterval(first.hits, first.n, z90),
    wilsonInterval(second.hits, second.n, z90),
  ];
  const difference = a - b;
  return {
    difference,
    ratio: b > 0 ? a / b : null,
    low: difference - Math.hypot(a - of.low, against.high - b),
    high: difference + Math.hypot(of.high - a, b - against.low),
    p: exactFits(first, second) ? fisherMidP(whole(first), whole(second)) : scoreP(first, second),
  };
}

function isRate({ hits, n }: Rate): boolean {
  return n > 0 && hits >= 0 && hits <= n && Number.isFinite(n);
}

/** Trials that were thinned for their dependence need not be whole. */
function whole({ hits, n }: Rate): Rate {
  return { hits: Math.round(hits), n: Math.round(n) };
}

function exactFits(first: Rate, second: Rate): boolean {
  const hits = first.hits + second.hits;
  return Math.min(first.n, second.n, hits, first.n + second.n - hits) <= exactUpTo;
}

/** Sums the hypergeometric tables no likelier than the one seen, equally likely ones by half. */
function fisherMidP(first: Rate, second: Rate): number {
  const hits = first.hits + second.hits;
  const lowest = Math.max(0, hits - second.n);
  const highest = Math.min(hits, first.n);
  // Where only one table is possible, it is no surprise.
  if (lowest === highest) return 1;
  const chance = (k: number) =>
    Math.exp(logChoose(first.n, k) + logChoose(second.n, hits - k) - logChoose(first.n + second.n, hits));
  const seen = chance(first.hits);
  let below = 0;
  let equal = 0;
  for (let k = lowest; k <= highest; k++) {
    const other = chance(k);
    if (Math.abs(other - seen) <= seen * 1e-7) equal += other;
    else if (other < seen) below += other;
  }
  return Math.min(1, below + equal / 2);
}

function logChoose(n: number, k: number): number {
  return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1);
}

function scoreP(first: Rate, second: Rate): number {
  const pooled = (first.hits + second.hits) / (first.n + second.n);
  const variance = pooled * (1 - pooled) * (1 / first.n + 1 / second.n);
  if (variance === 0) return 1;
  return normalTwoSided((first.hits / first.n - second.hits / second.n) / Math.sqrt(variance));
}
