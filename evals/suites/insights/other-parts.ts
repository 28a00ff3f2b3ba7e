import type { DataTable } from "../../report/data-table.ts";
import { atLeast, atMost, type Figure, within } from "../../report/figure-table.ts";
import { percent } from "../../report/numbers.ts";
import { measureJourneys } from "../journeys/measure-journeys.ts";
import { type ErrorRate, measureErrorRates } from "./error-rates.ts";
import { type ForecastCoverage, measureForecastCoverage } from "./forecast-coverage.ts";
import { measureSpeed } from "./measure-speed.ts";
import type { InsightsPart } from "./parts.ts";

/** What a suite of its own measured. */
export interface OtherResult {
  name: InsightsPart;
  figures: Figure[];
  tables: DataTable[];
}

/** Runs the parts that are no made-up workspaces with effects. */
export async function measureOther(part: "forecasts" | "journeys" | "speed"): Promise<OtherResult> {
  if (part === "forecasts") return ofForecasts();
  if (part === "speed") return { name: part, figures: await measureSpeed(), tables: [] };
  const { figures } = await measureJourneys();
  return { name: part, figures, tables: [] };
}

/** Series a kind of null data: their p values are counted, not judged here. */
const draws = 100;

function ofForecasts(): OtherResult {
  const coverage = measureForecastCoverage();
  const series = coverage.reduce((sum, one) => sum + one.series, 0);
  const mean = (of: (one: ForecastCoverage) => number) =>
    coverage.reduce((sum, one) => sum + of(one) * one.series, 0) / series;
  return {
    name: "forecasts",
    figures: [
      { name: "forecast series", value: series, unit: "", target: atLeast(200) },
      {
        name: "coverage of 90 % intervals, held-out values",
        value: 100 * mean((one) => one.coverage),
        unit: "%",
        target: within(85, 95),
      },
      {
        name: "coverage of 90 % intervals, backtests",
        value: 100 * mean((one) => one.backtestCoverage),
        unit: "%",
        target: within(85, 95),
      },
      {
        name: "error against seasonal naive, held-out values, mean of kinds",
        value: mean((one) => one.errorRatio),
        unit: "",
        target: atMost(1),
      },
      {
        name: "error against seasonal naive, backtests",
        value: mean((one) => one.backtestRatio),
        unit: "",
        target: atMost(1),
      },
    ],
    tables: [coverageTable(coverage), errorTable(measureErrorRates({ draws }))],
  };
}

function coverageTable(coverage: readonly ForecastCoverage[]): DataTable {
  return {
    head: [
      "forecasts of",
      "series",
      "coverage",
      "standard error",
      "error ratio",
      "backtest coverage",
      "backtest ratio",
    ],
    rows: coverage.map((one) => [
      one.kind,
      String(one.series),
      percent(one.coverage),
      percent(one.error),
      one.errorRatio.toFixed(2),
      percent(one.backtestCoverage),
      one.backtestRatio.toFixed(2),
    ]),
  };
}

/** How often each test finds something in nothing, over all kinds and lengths of series, and on the worst of them. */
function errorTable(rates: readonly ErrorRate[]): DataTable {
  return {
    head: ["test of nothing", "p values", "p < .05", "p < .01", "p < .001", "worst at .01"],
    rows: [...Map.groupBy(rates, ({ test }) => test)].map(([test, own]) => {
      const tests = own.reduce((sum, one) => sum + one.tests, 0);
      const share = (of: (one: ErrorRate) => number) =>
        percent(own.reduce((sum, one) => sum + of(one) * one.tests, 0) / tests, 2);
      const worst = own.toSorted((a, b) => b.at01 - a.at01)[0];
      return [
        test,
        String(tests),
        share(({ at05 }) => at05),
        share(({ at01 }) => at01),
        share(({ at001 }) => at001),
        worst ? `${percent(worst.at01)} (${worst.kind}, ${worst.length})` : "",
      ];
    }),
  };
}
