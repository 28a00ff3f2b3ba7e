import type { Finding } from "#core/domain/insight.ts";
import { barChart } from "./bar-chart.ts";
import type { ChartHead, ChartOptions } from "./frame.ts";
import { type LineChart, lineChart } from "./line-chart.ts";
import { rateInterval } from "./rate-interval.ts";
import { type Unit, valueText } from "./value-text.ts";

/** A finding with what its picture is called. */
export interface ChartedFinding extends ChartHead {
  finding: Pick<Finding, "analysis" | "numbers" | "words" | "points" | "group">;
  /** What its points and levels count, such as "leads per week"; shares and hours are known by the finding's numbers. */
  unit?: string;
  /** Earlier buckets in the same unit, which a forecast continues. */
  history?: readonly { at: string; value: number | null }[];
}

/** Draws what a finding rests on: its series with trend, step, spike or forecast, or its groups; null where it has no points. */
export function findingChart(charted: ChartedFinding, options: ChartOptions = {}): string | null {
  const { finding } = charted;
  if (finding.points.length === 0) return null;
  switch (finding.analysis) {
    case "group":
    case "season":
    case "period":
      return comparison(charted, options);
    default:
      return course(charted, options);
  }
}

function course(
  { finding, title, description, unit, history = [] }: ChartedFinding,
  options: ChartOptions,
): string {
  const { numbers, words, points, analysis } = finding;
  const measured = measuredIn(finding, unit);
  const own = points.map(({ label, value }) => ({ at: label, value }));
  const head = { title, description, unit: measured };
  if (analysis === "forecast")
    return lineChart({ ...head, points: history, forecast: forecastOf(finding) }, options);
  const chart: LineChart = { ...head, points: own };
  const [from, to] = [find(numbers, "first"), find(numbers, "last")];
  if (analysis === "trend" && from !== undefined && to !== undefined) chart.trend = { from, to };
  const [before, after] = [find(numbers, "before"), find(numbers, "after")];
  if (analysis === "step" && words.at && before !== undefined && after !== undefined)
    chart.step = { at: words.at, before, after };
  const value = find(numbers, "value");
  if (analysis === "spike" && words.at && value !== undefined)
    chart.spikes = [
      { at: words.at, text: `${valueText(value, measured)}${words.on ? `, ${words.on}` : ""}` },
    ];
  return lineChart(chart, options);
}

/** Runs of before intervals were kept know those of the first and the last bucket ahead. */
function forecastOf({ numbers, points }: ChartedFinding["finding"]): NonNullable<LineChart["forecast"]> {
  const interval = (name: string) => ({
    low: find(numbers, `${name}_low`) ?? null,
    high: find(numbers, `${name}_high`) ?? null,
  });
  return points.flatMap(({ label, value, low, high }, i) => {
    if (value === null) return [];
    if (low !== undefined && high !== undefined) return [{ at: label, value, low, high }];
    const known =
      i === points.length - 1 ? interval("final") : i === 0 ? interval("next") : { low: null, high: null };
    return [{ at: label, value, ...known }];
  });
}

function comparison({ finding, title, description, unit }: ChartedFinding, options: ChartOptions): string {
  const { numbers, points, analysis, group } = finding;
  const measured = measuredIn(finding, unit);
  const highest = Math.max(...points.map(({ value }) => value ?? Number.NEGATIVE_INFINITY));
  const rest = find(numbers, "rest") ?? find(numbers, "overall");
  const marked = (label: string, i: number) => {
    if (analysis === "group") return label === (group ?? "(none)");
    return analysis === "period" ? i === points.length - 1 : points[i]?.value === highest;
  };
  const groups = points.map(({ label, value, n }, i) => ({
    name: label,
    value,
    n,
    marked: marked(label, i),
    ...(measured === "share" && value !== null ? rateInterval(value, n) : {}),
  }));
  const text = analysis === "group" ? "all others" : "mean";
  const reference =
    rest === undefined ? {} : { reference: { value: rest, text: `${text} ${valueText(rest, measured)}` } };
  return barChart({ title, description, unit: measured, groups, ...reference }, options);
}

/** What a finding's levels are: the ends of their names among its numbers say it. */
export function measuredIn({ numbers }: Pick<Finding, "numbers">, unit = "number"): Unit {
  const keys = Object.keys(numbers);
  if (keys.some((key) => key.endsWith("_share") && !key.startsWith("coverage"))) return "share";
  return keys.some((key) => key.endsWith("_hours")) ? "hours" : unit;
}

const levels = ["level", "share", "hours", "count"];

function find(numbers: Finding["numbers"], name: string): number | undefined {
  return levels.map((kind) => numbers[`${name}_${kind}`]).find((value) => value !== undefined);
}
