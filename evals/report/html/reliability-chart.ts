import { binomialRange } from "#knowledge/scoring/evaluate/binomial-range.ts";
import type { TableResult } from "../../suites/scoring/judge-table.ts";
import { count, percent } from "../numbers.ts";
import { reliabilityTableOf } from "../scoring-tables.ts";
import type { Chart } from "./figure.ts";
import { area, dot, line, whisker } from "./marks.ts";
import { plot, ticks } from "./plot.ts";

/** What was predicted against what happened. In the shaded band lie 95 % of a calibrated model's points. */
export function reliabilityChart(result: TableResult): Chart {
  const { name, reliability } = result;
  const ranges = reliability.map(({ leads, predicted }) => ({
    x: predicted,
    ...binomialRange(leads, predicted),
  }));
  const top = Math.max(...reliability.flatMap(({ high, predicted }) => [high, predicted]));
  const to = roundUp(top);
  return {
    title: "Reliability",
    note: "observed against predicted by tenths of the leads; bars: 95 % intervals; shaded: where 95 % of a calibrated model's points lie",
    svg: plot({
      x: { name: "predicted", from: 0, to },
      y: { name: "observed", from: 0, to },
      label: `Reliability of ${name}: observed against predicted rates of ${reliability.length} bins.`,
      draw: (at) => [
        area(
          at,
          ranges.map(({ x, high }) => ({ x, y: high })),
          ranges.map(({ x, low }) => ({ x, y: low })),
          "band",
        ),
        line(
          at,
          [
            { x: 0, y: 0 },
            { x: to, y: to },
          ],
          "reference",
        ),
        ...reliability.map(({ predicted, low, high }) => whisker(at, { x: predicted, low, high })),
        ...reliability.map(({ predicted, observed, leads }) =>
          dot(
            at,
            { x: predicted, y: observed },
            `${percent(predicted)} predicted, ${percent(observed)} observed of ${count(leads)}`,
          ),
        ),
      ],
    }),
    numbers: reliabilityTableOf(result),
  };
}

/** The next tick that everything fits under. */
function roundUp(top: number): number {
  const [, step = top] = ticks({ from: 0, to: top });
  return Math.min(1, Math.ceil(top / step - 1e-9) * step);
}
