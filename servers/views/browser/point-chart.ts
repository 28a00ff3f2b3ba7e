/// <reference lib="dom" />
import { element, listOf, numberOf, readable, shape } from "./elements.ts";

const size = { width: 300, height: 74, edge: 5 };

/** Points as bars where there are few, else as a line; each tells its value when it is pointed at. `unit` says what counts are counted over. */
export function pointChart(
  value: unknown,
  { title, kind, unit = "", fewest = 9 }: { title: string; kind?: Kind; unit?: string; fewest?: number },
): Node | null {
  const points = listOf(value)
    .slice(0, 400)
    .flatMap((point) => {
      const height = numberOf(point.value);
      return height === null ? [] : [{ label: readable(point.label, 60), height, n: numberOf(point.n) }];
    });
  if (points.length < 2) return null;
  const heights = points.map(({ height }) => height);
  const [least, greatest] = [Math.min(0, ...heights), Math.max(0, ...heights)];
  const y = (height: number) =>
    size.height - size.edge - ((height - least) / (greatest - least || 1)) * (size.height - 2 * size.edge);
  const few = points.length < fewest;
  const step = (size.width - 2 * size.edge) / (few ? points.length : points.length - 1);
  const x = (index: number) => size.edge + step * (few ? index + 0.5 : index);
  const tip = ({ label, height, n }: (typeof points)[number]) =>
    shape(
      "title",
      {},
      `${label}: ${plain(height, kind)}${n === null ? "" : ` (n ${n.toLocaleString("en-US")})`}`,
    );
  const marks = points.map((point, i) =>
    few
      ? shape(
          "rect",
          {
            class: "dot",
            x: x(i) - step * 0.36,
            y: Math.min(y(point.height), y(0)),
            width: step * 0.72,
            height: Math.max(1, Math.abs(y(point.height) - y(0))),
            rx: 2,
          },
          tip(point),
        )
      : shape("circle", { class: "dot", cx: x(i), cy: y(point.height), r: 2.4 }, tip(point)),
  );
  const path = points.map(({ height }, i) => `${x(i).toFixed(1)},${y(height).toFixed(1)}`).join(" ");
  const [first, last] = [points[0], points.at(-1)];
  return element(
    "figure",
    {},
    shape(
      "svg",
      { viewBox: `0 0 ${size.width} ${size.height}`, role: "img", "aria-label": readable(title, 200) },
      shape("line", { class: "base", x1: 0, x2: size.width, y1: y(0), y2: y(0) }),
      few ? null : shape("polyline", { class: "stroke", points: path }),
      ...marks,
    ),
    element(
      "figcaption",
      {},
      few
        ? `${points.map(({ label, height }) => `${label} ${plain(height, kind)}`).join(" · ")}${unit && `; ${unit}`}`
        : `${first?.label} to ${last?.label}; highest ${plain(greatest, kind)}${unit && ` ${unit}`}`,
    ),
  );
}

/** What values are: parts of 1, durations in hours, or counts. */
export type Kind = "share" | "hours" | "count";

/** A value with three digits that tell. */
export function plain(value: number, kind: Kind = "count"): string {
  const digits = { maximumSignificantDigits: 3 };
  if (kind === "share") return `${(100 * value).toLocaleString("en-US", digits)} %`;
  return `${value.toLocaleString("en-US", digits)}${kind === "hours" ? " h" : ""}`;
}
