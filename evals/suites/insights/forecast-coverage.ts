import { stableHash } from "#knowledge/scoring/stable-hash.ts";
import { forecast } from "#knowledge/statistics/forecast.ts";
import { type SeriesKind, seriesKinds } from "./forecast-series.ts";
import { drawer } from "./made-series.ts";

/** How forecasts of one kind of series held, on values that no forecast had seen. */
export interface ForecastCoverage {
  kind: string;
  family: SeriesKind["family"];
  series: number;
  /** Share of held-out values within the 90 % intervals, 0–1, and its standard error over the series. */
  coverage: number;
  error: number;
  /** Mean absolute error on held-out values over that of the seasonal naive forecast, both summed over the series. */
  errorRatio: number;
  /** The backtests' own figures, means over the series. */
  backtestCoverage: number;
  backtestRatio: number;
  /** How often each method was taken. */
  methods: Readonly<Record<string, number>>;
}

export interface CoverageOptions {
  /** Of each kind. */
  seriesPerKind?: number;
  seed?: number;
}

const lengths = [40, 60, 90, 130, 200] as const;

/** Forecasts generated series whose last values are held back, by kind. Lengths 40–200, horizons 4–13. */
export function measureForecastCoverage(options: CoverageOptions = {}): ForecastCoverage[] {
  const { seriesPerKind = 25, seed = 1 } = options;
  return seriesKinds.map((kind) => measureKind(kind, seriesPerKind, seed));
}

function measureKind(kind: SeriesKind, series: number, seed: number): ForecastCoverage {
  const held: Held[] = [];
  for (let i = 0; i < series; i++) {
    const length = lengths[i % lengths.length] ?? 90;
    const horizon = kind.season === 7 ? 7 : length < 60 ? 4 : 4 + (i % 10);
    held.push(holdOut(kind, { length, horizon, seed: stableHash(`${kind.name}/${i}`, seed) }));
  }
  const sum = (of: (one: Held) => number) => held.reduce((total, one) => total + of(one), 0);
  const coverage = sum(({ inside }) => inside) / series;
  const spread = sum(({ inside }) => (inside - coverage) ** 2) / Math.max(1, series - 1);
  return {
    kind: kind.name,
    family: kind.family,
    series,
    coverage,
    error: Math.sqrt(spread / series),
    errorRatio: sum(({ error }) => error) / sum(({ naive }) => naive),
    backtestCoverage: sum(({ backtest }) => backtest.coverage) / series,
    backtestRatio: sum(({ backtest }) => backtest.ratio) / series,
    methods: Object.fromEntries(
      [...Map.groupBy(held, ({ method }) => method)].map(([method, own]) => [method, own.length]),
    ),
  };
}

interface Held {
  method: string;
  inside: number;
  error: number;
  naive: number;
  backtest: { coverage: number; ratio: number };
}

function holdOut(
  { season, counts, draw }: SeriesKind,
  { length, horizon, seed }: { length: number; horizon: number; seed: number },
): Held {
  const all = draw(length + horizon, drawer(seed));
  const past = all.slice(0, length);
  const made = forecast(past, { season, horizon, ...(counts ? { floor: 0 } : {}) });
  if ("tooFew" in made) throw new Error(made.tooFew);
  let [inside, error, naive] = [0, 0, 0];
  for (const [h, { value, low, high }] of made.points.entries()) {
    const real = all[length + h] ?? 0;
    inside += Number(low <= real && real <= high) / horizon;
    error += Math.abs(real - value) / horizon;
    naive += Math.abs(real - (past[length - season + (h % season)] ?? 0)) / horizon;
  }
  const { coverage, error: own, naiveError } = made.backtest;
  return {
    method: made.method,
    inside,
    error,
    naive,
    backtest: { coverage, ratio: naiveError > 0 ? own / naiveError : 1 },
  };
}
