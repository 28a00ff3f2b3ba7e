import { scaleLinear } from "d3-scale";
import { area, curveStepAfter, line as lineShape } from "d3-shape";
import { type ChartHead, type ChartOptions, canvas, frame, round } from "./frame.ts";
import { legend } from "./legend.ts";
import { label, line, path } from "./marks.ts";
import { paint } from "./theme.ts";
import { valueAxis } from "./value-axis.ts";

/** The share for which something has come by each day. */
export interface IncidenceChart extends ChartHead {
  /** What the curve is a share of: "share won". */
  measured: string;
  /** Where the curve rises, ascending; shares 0–1 with their 90 % intervals. It begins at 0. */
  curve: readonly IncidenceStep[];
  /** Shares whose day is marked; none without a day. */
  marks?: readonly { share: number; days: number | null }[];
}

export interface IncidenceStep {
  days: number;
  share: number;
  low: number;
  high: number;
}

const plotHeight = 190;
/** More than there are pixels would only make the file longer. */
const mostSteps = 250;

/** Draws a curve that rises in steps, with its band and the days on which it passes given shares. */
export function incidenceChart(chart: IncidenceChart, options: ChartOptions = {}): string {
  const { width, top } = canvas(options);
  const sound = chart.curve.filter((step) =>
    [step.days, step.share, step.low, step.high].every(Number.isFinite),
  );
  const steps = [{ days: 0, share: 0, low: 0, high: 0 }, ...thinned(sound)];
  const [plotTop, bottom, right] = [top + 24, top + 24 + plotHeight, width - 20];
  const y = valueAxis(
    steps.map(({ high }) => high),
    { unit: "share", top: plotTop, bottom },
  );
  const last = Math.max(1, steps.at(-1)?.days ?? 1);
  const x = scaleLinear().domain([0, last]).range([y.left, right]);
  const key = legend(
    [
      {
        text: `${chart.measured} with its 90 % interval`,
        sample: (left, middle) =>
          `<rect x="${left}" y="${middle - 6}" width="18" height="12" opacity="0.17" ${paint({ fill: "accent" })}/>${line({ from: { x: left, y: middle }, to: { x: left + 18, y: middle }, colour: "accent", width: 2.2 })}`,
      },
    ],
    { x: y.left, y: bottom + 50, width: right - y.left },
  );
  const ticks = x.ticks(Math.max(2, Math.floor((right - y.left) / 80)));
  const body = [
    label({ x: 8, y: top + 12, text: `${chart.measured}, percent`, room: width - 24 }),
    ...y.svg(right),
    ...ticks.flatMap((tick) => [
      line({ from: { x: x(tick), y: bottom }, to: { x: x(tick), y: bottom + 4 }, colour: "soft" }),
      label({ x: x(tick), y: bottom + 17, text: tick.toLocaleString("en-US"), anchor: "middle" }),
    ]),
    label({ x: right, y: bottom + 33, text: "days from the start", anchor: "end" }),
    ...curveMarks(steps, { x: (days) => x(days), y: y.at }),
    ...(chart.marks ?? []).flatMap(({ share, days }) =>
      days === null || days > last ? [] : dayMark({ left: x(days), top: y.at(share), bottom, right, days }),
    ),
    ...key.svg,
  ];
  return frame(chart, { options, height: bottom + 40 + key.height, body });
}

function curveMarks(
  steps: readonly IncidenceStep[],
  { x, y }: { x(days: number): number; y(share: number): number },
): string[] {
  const band = area<IncidenceStep>()
    .curve(curveStepAfter)
    .x(({ days }) => round(x(days)))
    .y0(({ low }) => round(y(low)))
    .y1(({ high }) => round(y(high)));
  const middle = lineShape<IncidenceStep>()
    .curve(curveStepAfter)
    .x(({ days }) => round(x(days)))
    .y(({ share }) => round(y(share)));
  return [
    path(band([...steps]), { fill: "accent", opacity: 0.17 }),
    path(middle([...steps]), { stroke: "accent", width: 2.2 }),
  ];
}

interface DayMark {
  left: number;
  top: number;
  bottom: number;
  right: number;
  days: number;
}

function dayMark({ left, top, bottom, right, days }: DayMark): string[] {
  const isNearEnd = left > right - 70;
  return [
    line({ from: { x: left, y: top }, to: { x: left, y: bottom }, colour: "contrast", dashes: "3 4" }),
    label({
      x: left + (isNearEnd ? -5 : 5),
      y: bottom - 6,
      text: `day ${Math.round(days).toLocaleString("en-US")}`,
      anchor: isNearEnd ? "end" : "start",
      colour: "ink",
      halo: true,
    }),
  ];
}

/** Evenly over the steps; the last one stays. */
function thinned(steps: readonly IncidenceStep[]): IncidenceStep[] {
  if (steps.length <= mostSteps) return [...steps];
  const every = Math.ceil(steps.length / mostSteps);
  return steps.filter((_, at) => at % every === 0 || at === steps.length - 1);
}
