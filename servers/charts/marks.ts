import { chartText } from "./chart-text.ts";
import { round } from "./frame.ts";
import { type Colour, paint } from "./theme.ts";

export interface TextMark {
  x: number;
  y: number;
  text: string;
  anchor?: "start" | "middle" | "end";
  colour?: Colour;
  /** Pixels it may take. */
  room?: number;
  size?: number;
  strong?: boolean;
  /** Stands over lines: a rim of the paper's colour keeps it readable. */
  halo?: boolean;
}

/** A line of text, escaped and cut to its room. */
export function label({
  x,
  y,
  text,
  anchor = "start",
  colour = "soft",
  room,
  size = 12,
  strong,
  halo,
}: TextMark): string {
  const weight = strong ? ' font-weight="600"' : "";
  const rim = halo ? ' stroke-width="3" paint-order="stroke"' : "";
  const align = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
  const fitted = chartText(text, room === undefined ? undefined : room * (12 / size));
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}"${align}${weight}${rim} ${paint(halo ? { fill: colour, stroke: "paper" } : { fill: colour })}>${fitted}</text>`;
}

export interface LineMark {
  from: { x: number; y: number };
  to: { x: number; y: number };
  colour: Colour;
  width?: number;
  dashes?: string;
}

export function line({ from, to, colour, width = 1, dashes }: LineMark): string {
  const dash = dashes ? ` stroke-dasharray="${dashes}"` : "";
  return `<line x1="${round(from.x)}" y1="${round(from.y)}" x2="${round(to.x)}" y2="${round(to.y)}" stroke-width="${width}"${dash} ${paint({ stroke: colour })}/>`;
}

export interface BarMark {
  from: number;
  to: number;
  y: number;
  height: number;
  colour: Colour;
  /** Shown when it is pointed at. */
  words?: string;
  opacity?: number;
}

/** A horizontal bar between two places, whichever is further left. */
export function bar({ from, to, y, height, colour, words, opacity }: BarMark): string {
  const [left, width] = [Math.min(from, to), Math.max(1, Math.abs(to - from))];
  const title = words ? `<title>${chartText(words, 2_000)}</title>` : "";
  const pale = opacity === undefined ? "" : ` opacity="${opacity}"`;
  return `<rect x="${round(left)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="2"${pale} ${paint({ fill: colour })}>${title}</rect>`;
}

/** A horizontal range with ends, for an interval. */
export function whisker({
  low,
  high,
  y,
  colour = "ink",
}: {
  low: number;
  high: number;
  y: number;
  colour?: Colour;
}): string {
  const tick = (x: number) => line({ from: { x, y: y - 4 }, to: { x, y: y + 4 }, colour, width: 1.2 });
  return [line({ from: { x: low, y }, to: { x: high, y }, colour, width: 1.2 }), tick(low), tick(high)].join(
    "",
  );
}

/** A path made elsewhere. */
export function path(
  shape: string | null,
  look: { stroke?: Colour; fill?: Colour; width?: number; dashes?: string; opacity?: number },
): string {
  if (!shape) return "";
  const dash = look.dashes ? ` stroke-dasharray="${look.dashes}"` : "";
  const pale = look.opacity === undefined ? "" : ` opacity="${look.opacity}"`;
  const width = look.stroke ? ` stroke-width="${look.width ?? 1.8}" stroke-linejoin="round"` : "";
  return `<path d="${shape}"${width}${dash}${pale} ${paint(look)}/>`;
}
