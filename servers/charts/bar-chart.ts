import { scaleLinear } from "d3-scale";
import { type ChartHead, type ChartOptions, canvas, frame } from "./frame.ts";
import { bar, label, line, whisker } from "./marks.ts";
import { rows } from "./rows.ts";
import { type Unit, unitText, valueText } from "./value-text.ts";

/** A metric compared over groups. */
export interface BarChart extends ChartHead {
  unit: Unit;
  /** In the order to be shown; null names stand for no value. */
  groups: readonly {
    name: string | null;
    value: number | null;
    /** What the value was computed from. */
    n?: number;
    /** An interval around the value. */
    low?: number;
    high?: number;
    /** The group that the chart is about. */
    marked?: boolean;
  }[];
  /** What they are compared with, such as the value of all. */
  reference?: { value: number; text: string };
}

const mostGroups = 20;

/** Draws groups as bars with their intervals; the group in question stands out by shade and weight. */
export function barChart(chart: BarChart, options: ChartOptions = {}): string {
  const space = canvas(options);
  const groups = chart.groups.slice(0, mostGroups);
  const layout = rows(space, { count: groups.length, top: space.top + 22 }, { after: 118 });
  const values = groups
    .flatMap(({ value, low, high }) => [value, low, high])
    .concat(chart.reference?.value ?? 0);
  const greatest = Math.max(...values.filter(isNumber), 0);
  const x = scaleLinear()
    .domain([Math.min(0, ...values.filter(isNumber)), greatest || 1])
    .range([layout.left, layout.right]);
  const bottom = space.top + 22 + layout.height;
  const body = groups.flatMap(({ name, value, n, low, high, marked }, row) => {
    const [y, shown] = [layout.middle(row), valueText(value, chart.unit)];
    const words = `${name ?? "(none)"}: ${shown}${n === undefined ? "" : ` of ${n.toLocaleString("en-US")}`}`;
    const interval = isNumber(low) && isNumber(high) ? [whisker({ low: x(low), high: x(high), y })] : [];
    const end = Math.max(x(isNumber(value) ? value : 0), isNumber(high) ? x(high) : 0);
    const size = n === undefined ? "" : ` (n ${n.toLocaleString("en-US")})`;
    return [
      layout.name(row, name ?? "(none)", { strong: marked }),
      ...(isNumber(value)
        ? [bar({ from: x(0), to: x(value), y: y - 9, height: 18, colour: marked ? "accent" : "pale", words })]
        : []),
      ...interval,
      label({
        x: end + 8,
        y: y + 4,
        text: `${shown}${size}`,
        colour: marked ? "ink" : "soft",
        room: space.width - end - 10,
        strong: marked,
        halo: true,
      }),
    ];
  });
  const more = chart.groups.length - groups.length;
  return frame(chart, {
    options,
    height: bottom + (more > 0 ? 26 : 8),
    body: [
      label({ x: 12, y: space.top + 12, text: unitText(chart.unit), room: 200 }),
      ...body,
      ...referenceMarks(chart.reference, { x, top: space.top + 20, bottom, width: space.width }),
      ...(more > 0 ? [label({ x: 12, y: bottom + 14, text: `and ${more} smaller groups` })] : []),
    ],
  });
}

function referenceMarks(
  reference: BarChart["reference"],
  { x, top, bottom, width }: { x(value: number): number; top: number; bottom: number; width: number },
): string[] {
  if (!reference || !isNumber(reference.value)) return [];
  const at = x(reference.value);
  const right = at > width / 2;
  return [
    line({
      from: { x: at, y: top },
      to: { x: at, y: bottom },
      colour: "contrast",
      width: 1.4,
      dashes: "4 4",
    }),
    label({
      x: at + (right ? -6 : 6),
      y: top - 8,
      text: reference.text,
      anchor: right ? "end" : "start",
      room: width / 2 - 20,
    }),
  ];
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
