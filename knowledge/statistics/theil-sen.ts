import { quantile } from "../scoring/encode/quantile.ts";
import { type KnownSeries, layOut } from "./layout.ts";
import { kendall, type TrendOptions, trendInflation } from "./mann-kendall.ts";

/** A straight line through a series, of which no single value decides. */
export interface TrendLine {
  /** Change from one bucket to the next. */
  slope: number;
  /** The line at the first bucket. */
  intercept: number;
  /** 90 % interval of the slope. */
  low: number;
  high: number;
}

const fewest = 5;
const z90 = 1.6448536;

/**
 * The median of the slopes between all pairs of known values (Theil 1950; Sen, JASA 63, 1968), with `season` between
 * pairs of one season (Hirsch, Slack & Smith, Water Resources Research 18, 1982). The interval is Sen's, widened by
 * serial dependence as `mannKendall` is. Null for fewer than 5 known values.
 */
export function theilSen(values: readonly (number | null)[], options: TrendOptions = {}): TrendLine | null {
  const series = layOut(values, options.season);
  if (series.values.length < fewest) return null;
  const slopes = slopesOf(series);
  if (slopes.length === 0) return null;
  const slope = quantile(slopes, 0.5);
  const { variance } = kendall(series);
  const reach = z90 * Math.sqrt(variance * trendInflation(series));
  const at = (place: number) => slopes[Math.min(slopes.length - 1, Math.max(0, place))] as number;
  const left = series.values.map((value, i) => value - slope * (series.times[i] as number)).sort();
  return {
    slope,
    intercept: quantile(left, 0.5),
    low: at(Math.floor((slopes.length - reach) / 2)),
    high: at(Math.ceil((slopes.length + reach) / 2)),
  };
}

/** The slopes between all pairs of known values of the same season, ascending. */
export function slopesOf({ values, times, seasons }: KnownSeries): Float64Array {
  const slopes = new Float64Array((values.length * (values.length - 1)) / 2);
  let found = 0;
  for (let i = 1; i < values.length; i++) {
    for (let j = 0; j < i; j++) {
      if (seasons[i] !== seasons[j]) continue;
      const step = (times[i] as number) - (times[j] as number);
      slopes[found++] = ((values[i] as number) - (values[j] as number)) / step;
    }
  }
  return slopes.subarray(0, found).sort();
}
