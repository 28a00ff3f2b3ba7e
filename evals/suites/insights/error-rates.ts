import { stableHash } from "#knowledge/scoring/stable-hash.ts";
import { anomalies } from "#knowledge/statistics/anomalies.ts";
import { changePoint } from "#knowledge/statistics/change-point.ts";
import { compareCounts } from "#knowledge/statistics/compare-counts.ts";
import { countWindows } from "#knowledge/statistics/count-windows.ts";
import { mannKendall } from "#knowledge/statistics/mann-kendall.ts";
import { seasonality } from "#knowledge/statistics/seasonality.ts";
import { drawer } from "./made-series.ts";
import { type NullKind, nullKinds } from "./null-series.ts";

/** How often a test called nothing something. */
export interface ErrorRate {
  test: string;
  kind: string;
  length: number;
  /** p values. */
  tests: number;
  /** Shares of p below .05, .01 and .001, 0–1. */
  at05: number;
  at01: number;
  at001: number;
}

export interface ErrorRateOptions {
  /** Series of each kind and length. */
  draws?: number;
  lengths?: readonly number[];
  seed?: number;
}

interface Test {
  name: string;
  ps(values: number[], kind: NullKind): (number | undefined)[];
}

const tests: readonly Test[] = [
  { name: "trend", ps: (values, { season }) => [mannKendall(values, { season })?.p] },
  { name: "change point", ps: (values, { season }) => [changePoint(values, { season })?.p] },
  { name: "season", ps: (values, { season }) => (season ? [] : [seasonality(values, 7)?.p]) },
  { name: "two periods", ps: twoPeriods },
  {
    name: "anomaly",
    ps: (values, { season, counts }) => anomalies(values, { season, counts }).map(({ p }) => p),
  },
  { name: "bursts", ps: (values, { season, counts }) => (counts ? [burst(values, season)] : []) },
];

/**
 * p values of every test on series in which there is nothing to find; a test that answers "too few" counts as finding
 * nothing.
 */
export function measureErrorRates(options: ErrorRateOptions = {}): ErrorRate[] {
  const { draws = 500, lengths = [13, 26, 52, 90], seed = 1 } = options;
  return nullKinds.flatMap((kind) => {
    return lengths.flatMap((length) => {
      const found = new Map(tests.map(({ name }) => [name, [] as number[]]));
      for (let i = 0; i < draws; i++) {
        const values = kind.draw(length, drawer(stableHash(`${kind.name}/${length}/${i}`, seed)));
        for (const { name, ps } of tests) found.get(name)?.push(...ps(values, kind).map((p) => p ?? 1));
      }
      return [...found]
        .filter(([, ps]) => ps.length > 0)
        .map(([test, ps]) => ({ test, kind: kind.name, length, ...rates(ps) }));
    });
  });
}

/** The most unusual of one to seven days in a row, for all that was looked at. */
function burst(values: number[], season: number | undefined): number {
  const { looks, found } = countWindows(values, { season, lengths: [1, 2, 3, 5, 7] });
  return Math.min(1, looks * Math.min(1, ...found.map(({ p }) => p)));
}

/** The older half against the newer. */
function twoPeriods(values: number[], { counts, season }: NullKind): (number | undefined)[] {
  const middle = Math.floor(values.length / 2);
  return counts ? [compareCounts(values.slice(middle), values.slice(0, middle), { season })?.p] : [];
}

function rates(ps: readonly number[]): Pick<ErrorRate, "tests" | "at05" | "at01" | "at001"> {
  const below = (limit: number) => ps.filter((p) => p < limit).length / ps.length;
  return { tests: ps.length, at05: below(0.05), at01: below(0.01), at001: below(0.001) };
}
