import { scaleLinear } from "d3-scale";
import { type ChartHead, type ChartOptions, canvas, frame } from "./frame.ts";
import { bar, label, line } from "./marks.ts";
import { rows } from "./rows.ts";
import { valueText } from "./value-text.ts";

/** What raises a score and what lowers it. */
export interface ScoreChart extends ChartHead {
  factors: readonly {
    name: string;
    /** What the lead has there. */
    value: string;
    /** Points of 100. */
    points: number;
  }[];
}

const mostFactors = 14;

/** Draws factors as bars to the right (raises, blue) and to the left (lowers, orange), with their signs. */
export function scoreChart(chart: ScoreChart, options: ChartOptions = {}): string {
  const space = canvas(options);
  const factors = chart.factors.filter(({ points }) => Number.isFinite(points)).slice(0, mostFactors);
  const top = space.top + 22;
  const layout = rows(space, { count: factors.length, top }, { after: 64, names: 250 });
  const inner = { left: layout.left + 50, right: layout.right };
  const [least, greatest] = [
    Math.min(0, ...factors.map(({ points }) => points)),
    Math.max(0, ...factors.map(({ points }) => points)),
  ];
  const x = scaleLinear()
    .domain(least === greatest ? [-1, 1] : [least, greatest])
    .range([least < 0 ? inner.left : layout.left + 4, inner.right]);
  const bottom = top + layout.height;
  const body = factors.flatMap(({ name, value, points }, row) => {
    const y = layout.middle(row);
    const shown = valueText(points, "points");
    const raises = points >= 0;
    return [
      layout.name(row, value ? `${name}: ${value}` : name),
      bar({
        from: x(0),
        to: x(points),
        y: y - 9,
        height: 18,
        colour: raises ? "accent" : "contrast",
        words: `${name}: ${value}: ${shown} points`,
      }),
      label({
        x: x(points) + (raises ? 6 : -6),
        y: y + 4,
        text: shown,
        anchor: raises ? "start" : "end",
        colour: "ink",
      }),
    ];
  });
  return frame(chart, {
    options,
    height: bottom + 8,
    body: [
      label({
        x: 12,
        y: space.top + 12,
        text: "points of 100: right raises the score, left lowers it",
        room: space.width - 24,
      }),
      ...body,
      line({ from: { x: x(0), y: top }, to: { x: x(0), y: bottom }, colour: "soft" }),
    ],
  });
}
