import { midranks } from "../scoring/evaluate/ranks.ts";
import { studentTwoSided } from "./distributions/two-sided.ts";
import { type KnownSeries, layOut } from "./layout.ts";
import { centred, inflation, residuals, serialCorrelation } from "./serial-dependence.ts";

/** Whether values rise or fall with time. */
export interface TrendTest {
  /** −1 (each value below all before) to 1; pairs of one season alone count. */
  tau: number;
  p: number;
}

export interface TrendOptions {
  /** Buckets in a turn of the season, such as 7 of days. */
  season?: number | undefined;
}

const fewest = 8;

/**
 * Tests for a monotone trend, two-sided (Mann, Econometrica 13, 1945; Kendall, Rank Correlation Methods, 1975; seasons:
 * Hirsch & Slack, Water Resources Research 20, 1984). Ties are corrected for. Serial dependence is too: the variance is
 * multiplied by what neighbours' correlation adds to that of a linear trend of the ranks (in the way of Hamed & Rao,
 * Journal of Hydrology 204, 1998, with `serialCorrelation` in place of their estimate, which is not to be trusted on
 * short series). Null for fewer than 8 known values and where no two differ.
 */
export function mannKendall(
  values: readonly (number | null)[],
  options: TrendOptions = {},
): TrendTest | null {
  const series = layOut(values, options.season);
  const { score, pairs, variance } = kendall(series);
  if (series.values.length < fewest || !(variance > 0)) return null;
  const spread = Math.sqrt(variance * trendInflation(series));
  const z = Math.max(0, Math.abs(score) - 1) / spread;
  return { tau: score / pairs, p: studentTwoSided(z, 2 * (series.values.length - 2)) };
}

/**
 * Kendall's score of pairs of the same season, the pairs that are not tied, and the score's variance without dependence.
 */
export function kendall({ values, seasons }: KnownSeries): {
  score: number;
  pairs: number;
  variance: number;
} {
  const bySeason = Map.groupBy(values.keys(), (i) => seasons[i] as number);
  let [score, pairs, variance] = [0, 0, 0];
  for (const places of bySeason.values()) {
    const own = places.map((i) => values[i] as number);
    for (let i = 1; i < own.length; i++) {
      for (let j = 0; j < i; j++) {
        const sign = Math.sign((own[i] as number) - (own[j] as number));
        score += sign;
        pairs += Math.abs(sign);
      }
    }
    variance += scoreVariance(own);
  }
  return { score, pairs, variance };
}

function scoreVariance(values: readonly number[]): number {
  const term = (n: number) => n * (n - 1) * (2 * n + 5);
  const ties = [...Map.groupBy(values, (value) => value).values()];
  return (term(values.length) - ties.reduce((sum, tied) => sum + term(tied.length), 0)) / 18;
}

/** How much serial dependence of the ranks widens a linear trend's variance, 1 or more. */
export function trendInflation(series: KnownSeries): number {
  const contrast = centred(Float64Array.from(series.times), series);
  const ranks = midranks(centred(series.values, series));
  const phi = serialCorrelation(residuals(ranks, series, contrast), series, contrast);
  return Math.max(1, inflation(contrast, series, phi));
}
