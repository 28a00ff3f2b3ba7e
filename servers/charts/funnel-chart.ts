import { scaleLinear } from "d3-scale";
import { type ChartHead, type ChartOptions, canvas, frame } from "./frame.ts";
import { bar, label } from "./marks.ts";
import { rows } from "./rows.ts";
import { valueText } from "./value-text.ts";

/** How many reached each stage, and how many of the stage before went on. */
export interface FunnelChart extends ChartHead {
  stages: readonly {
    name: string;
    count: number;
    /** Of those in the stage before, 0 to 1, with its 90 % interval. */
    conversion?: { share: number; low?: number; high?: number };
  }[];
}

/** Draws stages as bars below one another, each with its count and its share of the stage before. */
export function funnelChart(chart: FunnelChart, options: ChartOptions = {}): string {
  const space = canvas(options);
  const stages = chart.stages.slice(0, 12);
  const layout = rows(
    space,
    { count: stages.length, top: space.top + 22 },
    { after: space.narrow ? 196 : 230, names: 130, barHeight: 26 },
  );
  const counts = stages.map(({ count }) => (Number.isFinite(count) ? Math.max(0, count) : 0));
  const x = scaleLinear()
    .domain([0, Math.max(1, ...counts)])
    .range([layout.left, layout.right]);
  const body = stages.flatMap(({ name, conversion }, row) => {
    const [y, count] = [layout.middle(row), counts[row] ?? 0];
    const shown = count.toLocaleString("en-US");
    const words = `${name}: ${shown}${conversion ? `, ${conversionText(conversion)} of the stage before` : ""}`;
    return [
      layout.name(row, name),
      bar({
        from: x(0),
        to: x(count),
        y: y - 13,
        height: 26,
        colour: "accent",
        words,
        opacity: Math.max(0.45, 1 - 0.1 * row),
      }),
      label({ x: x(count) + 8, y: y + 4, text: shown, colour: "ink", strong: true }),
      ...(conversion
        ? [
            label({
              x: space.width - 12,
              y: y + 4,
              text: conversionText(conversion),
              anchor: "end",
              room: 170,
            }),
          ]
        : []),
    ];
  });
  return frame(chart, {
    options,
    height: space.top + 22 + layout.height + 8,
    body: [
      label({ x: 12, y: space.top + 12, text: "contacts that reached the stage" }),
      ...(space.narrow
        ? []
        : [
            label({
              x: space.width - 12,
              y: space.top + 12,
              text: "of the stage before (90 %)",
              anchor: "end",
            }),
          ]),
      ...body,
    ],
  });
}

function conversionText({
  share,
  low,
  high,
}: NonNullable<FunnelChart["stages"][number]["conversion"]>): string {
  const range =
    low !== undefined && high !== undefined
      ? ` (${valueText(low, "share").replace(" %", "")} to ${valueText(high, "share")})`
      : "";
  return `${valueText(share, "share")}${range}`;
}
