import { area, line as lineShape } from "d3-shape";
import { type ChartHead, type ChartOptions, canvas, frame, round } from "./frame.ts";
import { type LegendEntry, legend } from "./legend.ts";
import { label, line, path } from "./marks.ts";
import { paint } from "./theme.ts";
import { dayMoment, dayText, timeAxis } from "./time-axis.ts";
import { valueAxis } from "./value-axis.ts";
import { type Unit, unitText, valueText } from "./value-text.ts";

/** A metric over time, with what was found in it. */
export interface LineChart extends ChartHead {
  unit: Unit;
  /** Buckets, ascending; `at` is YYYY-MM-DD or ISO 8601. */
  points: readonly { at: string; value: number | null }[];
  /** A straight line from the first bucket to the last. */
  trend?: { from: number; to: number };
  /** A level that changed: `at` is the first bucket of the new one. */
  step?: { at: string; before: number; after: number };
  /** Buckets that stand out. */
  spikes?: readonly { at: string; text: string }[];
  /** What comes next, with the 90 % interval: a band where it is known throughout, else a range where it is known. */
  forecast?: readonly { at: string; value: number; low: number | null; high: number | null }[];
}

const plotHeight = 190;
/** More would hide one another. */
const mostSpikes = 8;

/** Draws a series as a line; gaps stay gaps. */
export function lineChart(chart: LineChart, options: ChartOptions = {}): string {
  const { width, top } = canvas(options);
  const points = chart.points.flatMap(dated);
  const forecast = (chart.forecast ?? []).flatMap(dated);
  const [plotTop, bottom, right] = [top + 24, top + 24 + plotHeight, width - 16];
  const values = [
    ...points.map(({ value }) => value),
    ...forecast.flatMap(({ value, low, high }) => [value, low, high]),
    ...[chart.trend?.from, chart.trend?.to, chart.step?.before, chart.step?.after],
  ].filter((value): value is number => isNumber(value));
  const y = valueAxis(values, { unit: chart.unit, top: plotTop, bottom });
  const moments = [...points, ...forecast].map(({ moment }) => moment);
  const [first = new Date(0), last = first] = [moments[0], moments.at(-1)];
  const x = timeAxis([first, last], { left: y.left, right });
  const plot: Plot = { x: x.at, y: y.at, top: plotTop, bottom };
  const key = legend(legendOf(chart), { x: y.left, y: bottom + 38, width: right - y.left });
  const middle = { x: (y.left + right) / 2, y: (plotTop + bottom) / 2, anchor: "middle" } as const;
  const shown = [...points, ...forecast].some(({ value }) => isNumber(value));
  const body = [
    label({ x: 8, y: top + 12, text: unitText(chart.unit), room: width - 24 }),
    ...y.svg(right),
    ...x.svg(bottom),
    ...forecastMarks(plot, points.at(-1), forecast),
    ...seriesMarks(plot, points, chart.unit),
    ...trendMarks(plot, points, chart.trend),
    ...stepMarks(plot, points, chart.step),
    ...spikeMarks(plot, points, chart.spikes ?? []),
    ...(shown ? [] : [label({ ...middle, text: "no values in this period" })]),
    ...key.svg,
  ];
  return frame(chart, { options, height: bottom + 28 + key.height, body });
}

interface Plot {
  x(moment: Date): number;
  y(value: number): number;
  top: number;
  bottom: number;
}

type Dated<T> = T & { moment: Date };

function dated<T extends { at: string }>(point: T): Dated<T>[] {
  const moment = dayMoment(point.at);
  return moment ? [{ ...point, moment }] : [];
}

type SeriesPoint = Dated<{ at: string; value: number | null }>;

function seriesMarks({ x, y }: Plot, points: readonly SeriesPoint[], unit: Unit): string[] {
  const shape = lineShape<SeriesPoint>()
    .defined(({ value }) => isNumber(value))
    .x(({ moment }) => round(x(moment)))
    .y(({ value }) => round(y(value ?? 0)));
  const radius = points.length > 60 ? 1.6 : 2.6;
  const dots = points.flatMap(({ moment, value }) =>
    isNumber(value)
      ? [
          `<circle cx="${round(x(moment))}" cy="${round(y(value))}" r="${radius}" ${paint({ fill: "accent" })}><title>${dayText(moment)}: ${valueText(value, unit)}</title></circle>`,
        ]
      : [],
  );
  return [path(shape([...points]), { stroke: "accent" }), ...(points.length <= 400 ? dots : [])];
}

function trendMarks({ x, y }: Plot, points: readonly SeriesPoint[], trend: LineChart["trend"]): string[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!trend || !first || !last || !isNumber(trend.from) || !isNumber(trend.to)) return [];
  const [from, to] = [
    { x: x(first.moment), y: y(trend.from) },
    { x: x(last.moment), y: y(trend.to) },
  ];
  return [line({ from, to, colour: "contrast", width: 2.2, dashes: "7 5" })];
}

function stepMarks(
  { x, y, top, bottom }: Plot,
  points: readonly SeriesPoint[],
  step: LineChart["step"],
): string[] {
  const moment = step && dayMoment(step.at);
  const [first, last] = [points[0], points.at(-1)];
  if (!step || !moment || !first || !last || !isNumber(step.before) || !isNumber(step.after)) return [];
  const index = points.findIndex((point) => point.moment >= moment);
  const before = points[index - 1]?.moment ?? moment;
  // The level changes between two buckets.
  const middle = (x(before) + x(moment)) / 2;
  const level = (from: number, to: number, value: number) =>
    line({ from: { x: from, y: y(value) }, to: { x: to, y: y(value) }, colour: "contrast", width: 2.4 });
  return [
    line({ from: { x: middle, y: top }, to: { x: middle, y: bottom }, colour: "soft", dashes: "2 4" }),
    level(x(first.moment), middle, step.before),
    level(middle, x(last.moment), step.after),
  ];
}

function spikeMarks(
  { x, y }: Plot,
  points: readonly SeriesPoint[],
  spikes: NonNullable<LineChart["spikes"]>,
): string[] {
  return spikes.slice(0, mostSpikes).flatMap(({ at, text }) => {
    const point = points.find((one) => one.at === at);
    if (!point || !isNumber(point.value)) return [];
    const [left, height] = [round(x(point.moment)), round(y(point.value))];
    return [
      `<circle cx="${left}" cy="${height}" r="6.5" stroke-width="2" ${paint({ stroke: "contrast" })}/>`,
      label({
        x: left,
        y: height - 11,
        text,
        anchor: left > x(points.at(-1)?.moment ?? point.moment) - 40 ? "end" : "middle",
        colour: "ink",
        room: 150,
        halo: true,
      }),
    ];
  });
}

type ForecastPoint = Dated<NonNullable<LineChart["forecast"]>[number]>;

function forecastMarks(
  { x, y }: Plot,
  from: SeriesPoint | undefined,
  forecast: readonly ForecastPoint[],
): string[] {
  const sound = forecast.filter(({ value }) => isNumber(value));
  const ranged = sound.filter(({ low, high }) => isNumber(low) && isNumber(high));
  const start =
    from && isNumber(from.value) ? [{ ...from, value: from.value, low: from.value, high: from.value }] : [];
  const band = area<ForecastPoint>()
    .x(({ moment }) => round(x(moment)))
    .y0(({ low }) => round(y(low ?? 0)))
    .y1(({ high }) => round(y(high ?? 0)));
  const middle = lineShape<ForecastPoint>()
    .x(({ moment }) => round(x(moment)))
    .y(({ value }) => round(y(value)));
  const throughout = ranged.length === sound.length;
  const ranges = ranged.map(({ moment, low, high }) =>
    range(round(x(moment)), round(y(low ?? 0)), round(y(high ?? 0))),
  );
  return sound.length === 0
    ? []
    : [
        ...(throughout ? [path(band([...start, ...sound]), { fill: "accent", opacity: 0.17 })] : ranges),
        path(middle([...start, ...sound]), { stroke: "accent", dashes: "3 4" }),
      ];
}

/** An interval standing at one place. */
function range(x: number, low: number, high: number): string {
  const upright = line({ from: { x, y: low }, to: { x, y: high }, colour: "ink", width: 1.4 });
  const ends = [low, high].map((y) =>
    line({ from: { x: x - 4, y }, to: { x: x + 4, y }, colour: "ink", width: 1.4 }),
  );
  return [upright, ...ends].join("");
}

function legendOf({ points, trend, step, spikes, forecast }: LineChart): LegendEntry[] {
  const stroke = (colour: "accent" | "contrast", dashes?: string) => (x: number, y: number) =>
    line({ from: { x, y }, to: { x: x + 18, y }, colour, width: 2.2, dashes });
  const band = (x: number, y: number) =>
    `<rect x="${x}" y="${y - 6}" width="18" height="12" opacity="0.17" ${paint({ fill: "accent" })}/>${stroke("accent", "3 4")(x, y)}`;
  const isBand = forecast?.every(({ low, high }) => isNumber(low) && isNumber(high));
  const ranged = (x: number, y: number) => `${stroke("accent", "3 4")(x, y)}${range(x + 9, y - 6, y + 6)}`;
  const ring = (x: number, y: number) =>
    `<circle cx="${round(x + 9)}" cy="${y}" r="5" stroke-width="2" ${paint({ stroke: "contrast" })}/>`;
  const entries: LegendEntry[] = [
    ...(trend ? [{ sample: stroke("contrast", "7 5"), text: "trend" }] : []),
    ...(step ? [{ sample: stroke("contrast"), text: "level before and after" }] : []),
    ...(spikes?.length ? [{ sample: ring, text: "stands out" }] : []),
    ...(forecast?.length
      ? [{ sample: isBand ? band : ranged, text: "forecast with its 90 % interval" }]
      : []),
  ];
  const measured = points.length > 0 ? [{ sample: stroke("accent"), text: "measured" }] : [];
  return entries.length > 0 ? [...measured, ...entries] : [];
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
